import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Apply for a building permit for a minor project',
  'service.summary':
    'Apply to build an extension, garage, veranda or another minor project that you can be responsible for yourself.',
  'service.about': `Use this application when you want to build or change something that needs a permit, but that you can be responsible for yourself. Examples are an extension, a garage, a veranda or a retaining wall.

You must have notified the neighbours before you apply. The application needs a site plan and drawings, or we cannot start handling it.

You sign the application first and pay the fee afterwards. We start on the case when both are done.`,
  'service.need': `- the cadastral number of the property (gnr. and bnr.)
- a site plan where the project is drawn in with measurements
- drawings: floor plan, section and facade
- proof that the neighbours have been notified
- the built area in square metres
- a payment card`,
  'service.price': `The fee has two parts:

**Type of project**

- Extension: NOK\u00a04,200
- Garage, shed or another detached building: NOK\u00a03,600
- Veranda or balcony: NOK\u00a02,900
- Change of facade: NOK\u00a02,400
- Change of use of a room or building: NOK\u00a04,800
- Retaining wall or fence: NOK\u00a01,900

**Area**, for an extension, detached building, veranda and change of use

- up to and including 15\u00a0m²: NOK\u00a01,500
- up to and including 30\u00a0m²: NOK\u00a02,800
- up to and including 50\u00a0m²: NOK\u00a04,300
- above 50\u00a0m²: NOK\u00a05,900

If you apply for an exemption, that costs NOK\u00a05,600 extra, and NOK\u00a05,900 from 1 January 2027. If the neighbours have comments, that costs another 10% of the fee for project and area, at least NOK\u00a0500. The rates of the day you sign apply. The rates are examples. The fee is not subject to VAT.`,
  'service.purpose':
    'The municipality uses the information to handle the building application. The application and its attachments may become public.',
  'service.legalBasis':
    'The Norwegian Planning and Building Act sections 20-1, 20-4, 21-3 and 33-1. Personal data are processed under Article 6(1)(e) of the General Data Protection Regulation.',
  'service.afterwards':
    'The receipt arrives in your message box. We go through the application and tell you if anything is missing. If it is complete, you get an answer within three weeks, or within twelve weeks if you apply for an exemption.',
  'payment.description': 'Fee for building application',
  'signing.statement':
    'I apply for permission for the project as described here, and confirm that the information, the drawings and the notices to neighbours are correct.',

  'answer.yes': 'Yes',
  'answer.no': 'No',

  'property.title': 'The property',
  'cadastral.title': 'Cadastral number',
  'cadastralIntro.title': 'You find the numbers on the map of the municipality or on the municipal invoice.',
  'gnr.title': 'Farm number (gnr.)',
  'gnr.short': 'the farm number',
  'bnr.title': 'Unit number (bnr.)',
  'bnr.short': 'the unit number',
  'street.title': 'Address',
  'street.short': 'the address',
  'postcode.title': 'Postcode',
  'postcode.short': 'the postcode',
  'isOwner.title': 'Do you own the property?',
  'isOwner.short': 'yes or no for ownership',
  'ownerName.title': 'Who owns the property?',
  'ownerName.short': 'who owns the property',
  'ownerConsent.title': 'Consent from the owner',
  'ownerConsent.short': 'the consent from the owner',
  'contactPhone.title': 'Phone number',
  'contactPhone.short': 'the phone number',
  'contactPhone.description': 'So that the case officer can call you.',

  'measure.title': 'The project',
  'measureType.title': 'What are you going to do?',
  'measureType.short': 'the type of project',
  'measureType.extension': 'Extension',
  'measureType.detached': 'Garage, shed or another detached building',
  'measureType.veranda': 'Veranda or balcony',
  'measureType.facade': 'Change of facade',
  'measureType.use': 'Change of use of a room or building',
  'measureType.wall': 'Retaining wall or fence',
  'area.title': 'Area of the project',
  'area.short': 'the area of the project',
  'area.description': 'The built area (BYA). For a change of use, enter the usable floor area (BRA).',
  'unit.squareMetre': 'm²',
  'boundaryDistance.title': 'Shortest distance to the neighbour’s boundary',
  'boundaryDistance.short': 'the distance to the boundary',
  'unit.metre': 'metres',
  'measureDescription.title': 'Describe the project',
  'measureDescription.short': 'the description of the project',
  'measureDescription.description':
    'Say briefly what you will build or change, what it will be used for and which materials you will use.',
  'dispensation.title': 'Are you applying for an exemption from a plan or a provision?',
  'dispensation.short': 'yes or no for an exemption',
  'dispensation.description':
    'You must for example do so if the project comes closer to the boundary than 4 metres.',
  'dispensationReason.title': 'What do you want an exemption from, and why?',
  'dispensationReason.short': 'the reasons for the exemption',
  'dispensationReason.description':
    'Say what the advantages of the exemption are, and why they clearly outweigh the disadvantages.',

  'neighbours.title': 'Neighbours',
  'neighboursInfo.title':
    'Neighbours must have at least two weeks to comment. You do not need their approval.',
  'notified.title': 'Have the neighbours been notified?',
  'notified.short': 'whether the neighbours have been notified',
  'notified.yes': 'Yes, all of them',
  'notified.consent': 'Yes, and all have consented in writing',
  'notified.exempt': 'No, the municipality has said it is not necessary',
  'notifiedDate.title': 'When was the last neighbour notified?',
  'notifiedDate.short': 'the date of the last notice',
  'neighbour.title': 'Neighbours who have been notified',
  'neighbour.description': 'You need not list those who are on the proof of notice.',
  'neighbour.row': 'Neighbour',
  'neighbourName.title': 'Name',
  'neighbourName.short': 'the name of the neighbour',
  'neighbourProperty.title': 'Property',
  'neighbourProperty.short': 'the property of the neighbour',
  'neighbourProperty.description': 'Address, or the cadastral number, for example 12/345.',
  'neighbourHow.title': 'How was the neighbour notified?',
  'neighbourHow.short': 'how the neighbour was notified',
  'neighbourHow.letter': 'Registered letter',
  'neighbourHow.email': 'E-mail',
  'neighbourHow.person': 'In person, with a signature',
  'notifiedProof.title': 'Proof of notice or consent',
  'notifiedProof.short': 'the proof of notice',
  'exemptReference.title': 'Case number or date of the answer from the municipality',
  'exemptReference.short': 'the case number or date of the answer',
  'remarks.title': 'Have there been any comments?',
  'remarks.short': 'yes or no for comments',
  'remarksComment.title': 'What do the comments say, and what do you think of them?',
  'remarksComment.short': 'your view of the comments',

  'attachments.title': 'Attachments',
  'sitePlan.title': 'Site plan',
  'sitePlan.short': 'the site plan',
  'sitePlan.description':
    'A map from the municipality, not older than two years, where the project is drawn in with distances to boundaries and other buildings.',
  'drawings.title': 'Drawings: floor plan, section and facade',
  'drawings.short': 'the drawings',
  'drawings.description': 'Scale 1:100. Show the building as it is now and as it will be.',
  'otherAttachments.title': 'Other attachments',
  'otherAttachments.short': 'other attachments',
  'otherAttachments.description': 'For example pictures, or statements from other authorities.',

  'price.measure': 'Handling of building application, by type of project',
  'price.area': 'Addition by area',
  'price.dispensation': 'Handling of exemption',
  'price.remarks': 'Handling of comments from neighbours',
};
