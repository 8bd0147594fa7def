import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Rent a stall in the market square',
  'service.summary': 'Rent a place to sell goods in the market square of Fjordvik, for one to fourteen days.',
  'service.about': `Both private persons and businesses can rent a place in the market square. You set up your own stall or table, between 8 in the morning and 8 in the evening.

First you pay, then you sign the rules of the market. The amount is only reserved on your card when you pay, and taken when you have signed. If you do not sign within five days, the application lapses and the reservation is released.`,
  'service.need': `- what you are going to sell
- the dates you want the place
- a payment card, Visa or Mastercard`,
  'service.price': `For each day:

- Small place, 3 metres: NOK\u00a0250
- Large place, 6 metres: NOK\u00a0400
- Electricity: NOK\u00a075, including 25 per cent VAT

The rates are examples. Rent of the place is exempt from VAT.`,
  'service.purpose':
    'The municipality uses the information to allot the places, to reach you while you sell, and to collect the rent.',
  'service.legalBasis': 'Contract of rent, Article 6(1)(b) of the General Data Protection Regulation.',
  'service.afterwards':
    'The receipt is in your message box when you have signed. The market attendant shows you the place on the first day.',
  'payment.description': 'Rent of a stall in the market square',
  'signing.statement':
    'I confirm that the information is correct, and that I follow the rules of the market for as long as I rent the place.',

  'answer.yes': 'Yes',
  'answer.no': 'No',
  'unit.day': 'days',

  'goods.title': 'The goods',
  'goodsType.title': 'What are you going to sell?',
  'goodsType.short': 'what you are going to sell',
  'goodsType.food': 'Food and drink',
  'goodsType.plants': 'Flowers and plants',
  'goodsType.handicraft': 'Handicraft',
  'goodsType.other': 'Something else',
  'foodRules.title':
    'Whoever sells food must be registered with the Norwegian Food Safety Authority before the first day.',
  'goodsDescription.title': 'Describe the goods',
  'goodsDescription.short': 'the description of the goods',
  'phone.title': 'Phone number',
  'phone.short': 'the phone number',

  'stall.title': 'The place',
  'size.title': 'How large a place do you need?',
  'size.short': 'how large a place you need',
  'size.small': 'Small, 3 metres',
  'size.large': 'Large, 6 metres',
  'from.title': 'From date',
  'from.short': 'the start date',
  'days.title': 'How many days?',
  'days.short': 'the number of days',
  'days.description': 'Fourteen days in a row at most.',
  'power.title': 'Do you need electricity?',
  'power.short': 'yes or no for electricity',
  'declaration.title': 'Tidying up',
  'declaration.short': 'that you tidy up',
  'declaration.confirmed': 'I tidy the place every day and take my waste with me.',

  'price.small': 'Small place',
  'price.large': 'Large place',
  'price.power': 'Electricity',
};
