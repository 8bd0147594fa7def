import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Apply to register a trademark',
  'service.summary': 'Apply for the exclusive right to a name, a logo or another sign for what you sell.',
  'service.about': `A registered trademark gives you the exclusive right to use the mark in business in Norway. The registration lasts for ten years, and you can renew it as often as you like.

The right covers only the goods and services you apply for. They are divided into 45 classes, and you choose the classes yourself.

We examine whether the mark is distinctive enough, and whether it could be confused with marks that are already registered. It is wise to search the register before you apply.`,
  'service.need': `- the mark as you want it registered: the text, or a picture of the figure
- a list of the goods and services you will use the mark for
- country, date and number of the first application, if you want to claim priority
- a payment card`,
  'service.price': `- Application with one class: NOK\u00a03,200
- Each class after the first: NOK\u00a0800
- Fast-track handling, if you choose it: NOK\u00a02,500

The rates are examples. The fee is not subject to VAT. It is not refunded if the application is rejected.`,
  'service.purpose':
    'Merkestyret uses the information to handle the application and to keep the trademark register. The mark, the classes and the name of the applicant become public.',
  'service.legalBasis':
    'The Norwegian Trademarks Act section 12 and Article 6(1)(e) of the General Data Protection Regulation.',
  'service.afterwards':
    'The receipt is in your message box right away. Ordinary handling takes about three months, fast-track about three weeks. The decision arrives in your message box.',
  'payment.description': 'Fee for trademark application',

  'answer.yes': 'Yes',
  'answer.no': 'No',

  'applicant.title': 'Applicant and contact person',
  'applicantIntro.title':
    'The party you are acting for becomes the applicant and owner of the mark. You see the name at the top of the page.',
  'contactName.title': 'Name of the contact person',
  'contactName.short': 'the name of the contact person',
  'contactEmail.title': 'E-mail address',
  'contactEmail.short': 'the e-mail address',
  'contactEmail.description': 'We only use it if we have questions about the application.',
  'contactPhone.title': 'Phone number',
  'contactPhone.short': 'the phone number',
  'hasRepresentative.title': 'Should a representative be in contact with us?',
  'hasRepresentative.short': 'yes or no for a representative',
  'hasRepresentative.description':
    'A representative is for example a lawyer or a patent office who takes care of the application for you.',
  'representativeName.title': 'Name of the representative',
  'representativeName.short': 'the name of the representative',
  'representativeFirm.title': 'The representative’s organisation',
  'representativeFirm.description':
    'If the representative acts for an organisation: write its number and choose “Fetch”, and we find the name.',
  'ownReference.title': 'Your own reference',
  'ownReference.short': 'the reference',
  'ownReference.description': 'If you want to recognise the case in your own system.',

  'mark.title': 'The trademark',
  'markType.title': 'What kind of mark do you want to register?',
  'markType.short': 'the kind of mark',
  'markType.word': 'Word mark: text only, in any typeface',
  'markType.figure': 'Figurative mark: a figure or logo without text',
  'markType.combined': 'Combined mark: text and figure together',
  'markType.shape': 'Three-dimensional mark: a shape or packaging',
  'markText.title': 'The text of the mark',
  'markText.short': 'the text of the mark',
  'markText.description': 'Write the text exactly as it should be registered.',
  'markImage.title': 'Picture of the mark',
  'markImage.short': 'a picture of the mark',
  'markImage.description':
    'One picture in PNG, JPEG or PDF. It shows exactly what will be registered, including the colours.',
  'markColours.title': 'Colours of the mark',
  'markColours.short': 'the colours',
  'markColours.description':
    'For example dark blue and white. Leave the field empty if the mark is black and white.',
  'foreignWords.title': 'Does the mark have words in another language than Norwegian or English?',
  'foreignWords.short': 'yes or no for words in other languages',
  'translation.title': 'What do the words mean in Norwegian?',
  'translation.short': 'what the words mean',

  'goods.title': 'Goods and services',
  'classesInfo.title':
    'The first class is part of the basic fee. Each further class costs NOK\u00a0800. You cannot add classes after the application is submitted.',
  'classes.title': 'Which classes does the application cover?',
  'classes.short': 'classes',
  'classes.description': 'Classes 1–34 are goods, and classes 35–45 are services.',
  'goodsDescription.title': 'Which goods and services will you use the mark for?',
  'goodsDescription.short': 'the goods and services',
  'goodsDescription.description':
    'List them class by class, for example: Class 25: workwear, safety shoes. Class 35: online shop for workwear.',

  'priority.title': 'Priority',
  'claimPriority.title': 'Have you applied for the same mark in another country in the last six months?',
  'claimPriority.short': 'yes or no for an earlier application',
  'claimPriority.description':
    'If so, the Norwegian application can count as if it was filed on the same day as the first.',
  'priorityCountry.title': 'Where did you file the first application?',
  'priorityCountry.short': 'the country of the first application',
  'priorityCountry.DK': 'Denmark',
  'priorityCountry.SE': 'Sweden',
  'priorityCountry.EU': 'The European Union',
  'priorityCountry.GB': 'United Kingdom',
  'priorityCountry.US': 'United States',
  'priorityCountry.other': 'Another country',
  'priorityOther.title': 'Which country?',
  'priorityOther.short': 'which country it is',
  'priorityDate.title': 'Date of the first application',
  'priorityDate.short': 'the date of the first application',
  'priorityNumber.title': 'Number of the first application',
  'priorityNumber.short': 'the number of the first application',

  'handlingPage.title': 'Handling and confirmation',
  'handling.title': 'How quickly do you want an answer?',
  'handling.short': 'how quickly you want an answer',
  'handling.ordinary': 'Ordinary handling, about three months',
  'handling.expedited': 'Fast-track handling, about three weeks (NOK\u00a02,500 extra)',
  'declaration.title': 'Confirmation',
  'declaration.short': 'the confirmation',
  'declaration.confirmed':
    'I confirm that the information is correct and that the applicant has the right to apply for this mark.',

  'unit.classes': 'classes',
  'price.application': 'Trademark application, including one class',
  'price.furtherClasses': 'Classes after the first',
  'price.expedited': 'Fast-track handling',
};
