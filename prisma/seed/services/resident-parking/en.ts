import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Parking permit for residents',
  'service.summary':
    'Get a permit for your car to park in the zone where you live, for a quarter or a whole year.',
  'service.about': `If you live in the centre, by the harbour or in Testlia, you can park in your own zone without paying each time. The permit is for one car.

You must be registered at the address in the National Population Register. If you do not own the car yourself, somebody in your household or your employer must do so.

The permit lets you park where there is room. It does not give you a space of your own.`,
  'service.need': `- the car’s registration number
- which zone you live in
- a payment card, Vipps, or an address for an invoice`,
  'service.price': `- Electric car: NOK\u00a0450 for a quarter, NOK\u00a01,600 for a year
- Other cars: NOK\u00a0900 for a quarter, NOK\u00a03,200 for a year

The rates are examples. The fee is not subject to VAT.`,
  'service.purpose':
    'The municipality uses the information to issue the permit, and parking attendants see whether the car has one.',
  'service.legalBasis':
    'The Norwegian Road Traffic Act section 8. Personal data are processed under Article 6(1)(e) of the General Data Protection Regulation.',
  'service.afterwards':
    'The permit belongs to the registration number, so you need not put anything in the windscreen. The receipt is in your message box.',
  'payment.description': 'Parking permit for residents',

  'car.title': 'The car',
  'plate.title': 'Registration number',
  'plate.short': 'the registration number',
  'plate.description': 'Letters and digits on the plate, for example EL 12345.',
  'engine.title': 'What kind of car is it?',
  'engine.short': 'what kind of car it is',
  'engine.electric': 'Electric car',
  'engine.other': 'Another car',
  'owner.title': 'Who owns the car?',
  'owner.short': 'who owns the car',
  'owner.self': 'I do',
  'owner.household': 'Somebody else in the household',
  'owner.work': 'My employer',
  'employer.title': 'Name of the employer',
  'employer.short': 'the name of the employer',

  'permit.title': 'The permit',
  'zone.title': 'Which zone do you live in?',
  'zone.short': 'the zone you live in',
  'zone.description': 'The zone is on the signs in your street.',
  'zone.centre': 'Zone 1, centre',
  'zone.harbour': 'Zone 2, harbour',
  'zone.hill': 'Zone 3, Testlia',
  'period.title': 'How long should the permit be valid?',
  'period.short': 'how long the permit should be valid',
  'period.quarter': 'A quarter',
  'period.year': 'A year',
  'from.title': 'From date',
  'from.short': 'the start date',
  'email.title': 'E-mail address',
  'email.short': 'the e-mail address',
  'declaration.title': 'Confirmation',
  'declaration.short': 'the confirmation',
  'declaration.confirmed': 'I live in the zone, and the information about the car is correct.',

  'price.permit': 'Parking permit',
  'price.quarter': 'a quarter',
  'price.year': 'a year',
};
