import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Register a small boat',
  'service.summary': 'Register a pleasure boat under 15 metres, and it is easy to show that it is yours.',
  'service.about': `You can register pleasure boats that are less than 15 metres long. The boat gets a registration number, and the police, rescue services and buyers can see who owns it.

Registration is free. You get a digital boat card in your message box. If you want the card in plastic, or a set of marks to put on the hull, you pay for that.

Boats of 15 metres or more belong in the ship register and cannot be registered here.`,
  'service.need': `- type, length and make
- the hull number (HIN), if the boat has one
- contract of sale or receipt, if you want to attach it
- a payment card, only if you order a plastic card or marks`,
  'service.price': `- Registration with a digital boat card: free
- Plastic card by post: NOK\u00a0190
- Set of marks for the hull: NOK\u00a0390, including 25 per cent VAT

The rates are examples. The fee for the plastic card is not subject to VAT.`,
  'service.purpose':
    'Kystregisteret uses the information to keep the register of small boats. The police and the rescue services can look up the owner.',
  'service.legalBasis':
    'Consent, Article 6(1)(a) of the General Data Protection Regulation. Registration is voluntary, and you can delete it whenever you like.',
  'service.afterwards':
    'The registration number and the digital boat card arrive in your message box. Plastic card and marks arrive by post within two weeks.',
  'payment.description': 'Boat card and marks from Kystregisteret',

  'answer.yes': 'Yes',
  'answer.no': 'No',

  'boat.title': 'The boat',
  'boatType.title': 'What kind of boat is it?',
  'boatType.short': 'the kind of boat',
  'boatType.openMotor': 'Open motorboat',
  'boatType.cabin': 'Motorboat with cabin',
  'boatType.sail': 'Sailing boat',
  'boatType.rib': 'RIB or inflatable',
  'boatType.jetski': 'Personal watercraft',
  'boatType.rowing': 'Rowing boat or kayak',
  'maker.title': 'Make and model',
  'maker.short': 'the make and model',
  'buildYear.title': 'Year of build',
  'buildYear.short': 'the year of build',
  'length.title': 'Length',
  'length.short': 'the length of the boat',
  'length.description': 'Greatest length of the hull, without bowsprit and attachments.',
  'unit.metre': 'metres',
  'hullNumber.title': 'Hull number (HIN)',
  'hullNumber.short': 'the hull number',
  'hullNumber.description': 'Usually at the back on the starboard side. Newer boats have 14 characters.',
  'boatName.title': 'Name of the boat',
  'boatName.short': 'the name of the boat',
  'hasEngine.title': 'Does the boat have an engine?',
  'hasEngine.short': 'yes or no for an engine',
  'enginePower.title': 'Total engine power',
  'enginePower.short': 'the engine power',
  'unit.horsepower': 'hp',

  'owner.title': 'Ownership',
  'ownerIntro.title':
    'The party you are acting for is registered as the owner. You see the name at the top of the page.',
  'ownership.title': 'Does the boat have more than one owner?',
  'ownership.short': 'whether there are several owners',
  'ownership.alone': 'No, one owner',
  'ownership.shared': 'Yes, we are several',
  'coOwners.title': 'Who are the other owners?',
  'coOwners.short': 'the other owners',
  'coOwners.description':
    'Name and share, one on each line. We ask them to confirm before they are registered.',
  'acquired.title': 'When was the boat bought or taken over?',
  'acquired.short': 'the date the boat was bought or taken over',
  'proof.title': 'Contract of sale or receipt',
  'proof.short': 'the contract of sale or receipt',
  'proof.description': 'With documentation, the ownership is marked as confirmed in the register.',

  'delivery.title': 'Boat card',
  'card.title': 'How do you want the boat card?',
  'card.short': 'how you want the boat card',
  'card.digital': 'Digital only (free)',
  'card.plastic': 'Digital and as a plastic card (NOK\u00a0190)',
  'card.plasticAndMarks': 'Digital, as a plastic card and with marks for the hull (NOK\u00a0580)',
  'deliveryAddress.title': 'Where should we send it?',
  'declaration.title': 'Confirmation',
  'declaration.short': 'the confirmation',
  'declaration.confirmed':
    'I confirm that the information is correct and that the owner consents to the registration.',

  'price.card': 'Plastic card by post',
  'price.marks': 'Set of marks for the hull',
};
