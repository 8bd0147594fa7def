import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Buy a fishing card',
  'service.summary':
    'Buy a fishing card for the Fjordelva and the lakes of Fjordvik, for a day, a week or the whole season.',
  'service.about': `You need a fishing card to fish with a rod in the Fjordelva and in the lakes on the municipality’s land. Children under 16 fish free of charge.

One purchase can be for several adults, for example a family on an outing.

The card is not for salmon, sea trout and Arctic char from the sea. To fish for those you must also have paid the state’s fishing fee.`,
  'service.need': `- the date the card is to be valid from, unless it is for the whole season
- how many adults are going to fish
- Vipps on your phone`,
  'service.price': `For each adult:

- Day card: NOK\u00a0120
- Week card: NOK\u00a0300
- Season card: NOK\u00a0650

The prices are examples. Fishing cards are not subject to VAT.`,
  'service.purpose':
    'The municipality uses the information to sell fishing cards and to check that those who fish have a valid one.',
  'service.legalBasis': 'Contract of sale, Article 6(1)(b) of the General Data Protection Regulation.',
  'service.afterwards':
    'The receipt in your message box is your fishing card. Show it on your phone if anybody asks while you fish.',
  'payment.description': 'Fishing card for Fjordvik',

  'card.title': 'The fishing card',
  'period.title': 'How long should the card be valid?',
  'period.short': 'how long the card should be valid',
  'period.day': 'One day',
  'period.week': 'One week',
  'period.season': 'The whole season',
  'from.title': 'From date',
  'from.short': 'the start date',
  'season.title': 'The season lasts from 1 June to 31 August.',
  'adults.title': 'How many adults are going to fish?',
  'adults.short': 'the number of adults',
  'adults.description': 'Everybody who is 16 or older. Ten at most on each card.',
  'unit.adult': 'adult(s)',
  'declaration.title': 'Fishing rules',
  'declaration.short': 'that you know the fishing rules',
  'declaration.confirmed': 'Everybody who is going to fish knows the fishing rules of Fjordvik.',

  'price.day': 'Day card',
  'price.week': 'Week card',
  'price.season': 'Season card',
};
