import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Sales statement and fee for a licence to serve alcohol',
  'service.summary':
    'Report how much alcohol your premises sold last year, pay the licence fee and sign the statement.',
  'service.about': `Everyone with a licence to serve alcohol in Fjordvik municipality must report each year how much alcohol they sold. The municipality uses the statement to calculate the licence fee.

You enter the quantity in litres for each of the three alcohol groups. The fee is calculated as you fill in.

The statement must be signed by someone who can sign for the licence holder. You pay first and sign afterwards. The statement is delivered when both are done.`,
  'service.need': `- the licence number
- the number of litres sold in each alcohol group, from your accounts or till system
- a sales report, or a statement from your accountant or auditor
- a payment card
- BankID or another sign-in at the high security level, for signing`,
  'service.price': `The fee is calculated per litre:

- Group 1, up to and including 4.7 per cent alcohol: NOK\u00a00.60 per litre for the first 10,000 litres, then NOK\u00a00.50
- Group 2, above 4.7 and up to and including 22 per cent: NOK\u00a01.60 per litre for the first 5,000 litres, then NOK\u00a01.40
- Group 3, above 22 and up to and including 60 per cent: NOK\u00a05.30 per litre

The fee is at least NOK\u00a06,000. The rates and steps are examples. The fee is not subject to VAT.`,
  'service.purpose':
    'The municipality uses the information to set the licence fee and to supervise the premises.',
  'service.legalBasis':
    'The Norwegian Alcohol Act section 7-1 and chapter 6 of the Alcohol Regulations. Personal data are processed under Article 6(1)(c) and (e) of the General Data Protection Regulation.',
  'service.afterwards':
    'The receipt is in your message box when you have paid and signed. The municipality checks the statement and contacts you if anything is missing. The licence continues as before.',
  'payment.description': 'Fee for licence to serve alcohol',
  'signing.statement':
    'I confirm that the statement of alcohol sold is correct and complete, and that I can sign for the licence holder.',

  'place.title': 'The premises',
  'placeIntro.title':
    'The licence holder is the business you are acting for. You see the name at the top of the page.',
  'placeName.title': 'Name of the premises',
  'placeName.short': 'the name of the premises',
  'licenceNumber.title': 'Licence number',
  'licenceNumber.short': 'the licence number',
  'licenceNumber.description': 'It is at the top of the licence letter, for example FV-2041.',
  'street.title': 'Street address',
  'street.short': 'the street address',
  'postcode.title': 'Postcode',
  'postcode.short': 'the postcode',
  'contactEmail.title': 'E-mail address for questions about the statement',
  'contactEmail.short': 'the e-mail address',
  'period.title': 'Were the premises open all year?',
  'period.short': 'yes or no for open all year',
  'period.whole': 'Yes, all year',
  'period.part': 'No, part of the year',
  'periodFrom.title': 'From date',
  'periodFrom.short': 'the start date',
  'periodTo.title': 'To date',
  'periodTo.short': 'the end date',

  'litres.title': 'Alcohol sold',
  'litresInfo.title':
    'Enter the quantity of finished product in litres, as in your accounts. Write 0 if you sold nothing in a group.',
  'group1.title': 'Group 1: beer, cider and others up to and including 4.7 per cent alcohol',
  'group1.short': 'the litres in group 1',
  'group2.title':
    'Group 2: wine, strong beer and others above 4.7 and up to and including 22 per cent alcohol',
  'group2.short': 'the litres in group 2',
  'group3.title': 'Group 3: spirits, above 22 and up to and including 60 per cent alcohol',
  'group3.short': 'the litres in group 3',
  'unit.litre': 'litres',
  'deviation.title': 'Is the quantity more than 20 per cent higher or lower than the year before?',
  'deviation.short': 'yes or no for a large change',
  'deviationReason.title': 'What is the reason for the change?',
  'deviationReason.short': 'the reason for the change',
  'answer.yes': 'Yes',
  'answer.no': 'No',

  'documentation.title': 'Documentation',
  'confirmedBy.title': 'Who has checked the figures?',
  'confirmedBy.short': 'who has checked the figures',
  'confirmedBy.accountant': 'Accountant',
  'confirmedBy.auditor': 'Auditor',
  'confirmedBy.self': 'Only ourselves',
  'confirmedByName.title': 'Name of the accountant or auditor',
  'confirmedByName.short': 'the name of the accountant or auditor',
  'salesReport.title': 'Sales report or statement',
  'salesReport.short': 'the sales report',
  'salesReport.description': 'Up to three files, for example the report from your till system.',

  'price.group1': 'Group 1: up to and including 4.7 per cent alcohol',
  'price.group2': 'Group 2: above 4.7 up to and including 22 per cent',
  'price.group3': 'Group 3: above 22 up to and including 60 per cent',
  'price.minimum': 'Addition up to the minimum fee',
};
