import type { Pricing } from '@/lib/pricing/rule.ts';
import { optionLabels } from '../components.ts';
import { equipmentKinds, parts, roomNames } from './pages.ts';

/** Øre for a room in a part of the day, in the order of `parts`. */
const rents: Record<(typeof roomNames)[number], Record<(typeof parts)[number], number>> = {
  hall: { day: 120_000, evening: 180_000, weekend: 320_000 },
  small: { day: 60_000, evening: 90_000, weekend: 160_000 },
  meeting: { day: 25_000, evening: 35_000, weekend: 50_000 },
  kitchen: { day: 40_000, evening: 60_000, weekend: 90_000 },
};

/** Rent is exempt from VAT (merverdiavgiftsloven § 3-11), services are not, and a deposit is no payment for anything. */
export const pricing: Pricing = {
  currency: 'NOK',
  includesVat: true,
  dateBasis: 'submitted',
  rounding: 'minor_half_up',
  rules: [
    {
      id: 'rent',
      type: 'perRow',
      text: 'price.rent',
      vat: 'exempt',
      rows: 'Leie.Dager.Rom',
      lines: 'each',
      rowText: ['day.row', 'price.room'],
      each: {
        type: 'table',
        keys: ['Leie.Dager.Rom.Navn', 'Leie.Dager.Tid'],
        rows: roomNames.flatMap((room) =>
          parts.map((part) => ({ is: [room, part], amountMinor: rents[room][part] })),
        ),
        labels: {
          ...optionLabels('roomName', roomNames),
          ...Object.fromEntries(parts.map((part) => [part, `price.${part}`])),
        },
      },
    },
    {
      id: 'least-rent',
      type: 'minimum',
      text: 'price.leastRent',
      vat: 'exempt',
      of: ['rent'],
      amountMinor: 80_000,
    },
    {
      id: 'most-rent',
      type: 'maximum',
      text: 'price.mostRent',
      vat: 'exempt',
      of: ['rent', 'least-rent'],
      amountMinor: 1_200_000,
    },
    {
      id: 'voluntary',
      type: 'discount',
      text: 'price.voluntary',
      vat: 'exempt',
      of: ['rent', 'least-rent', 'most-rent'],
      percent: '50',
      condition: ['equals', ['dataModel', 'Leietaker.Type'], 'voluntary'],
    },
    {
      id: 'ticket-share',
      type: 'percentage',
      text: 'price.ticketShare',
      vat: 'exempt',
      percent: '5',
      amount: 'Arrangement.Billettinntekt',
      floorMinor: 50_000,
      capMinor: 800_000,
      condition: ['equals', ['dataModel', 'Arrangement.Billetter'], 'yes'],
    },
    {
      id: 'equipment',
      type: 'options',
      text: 'price.equipment',
      vat: '25',
      path: 'Utstyr.Valg',
      prices: { sound: 125_000, projector: 50_000, stage: 150_000, piano: 75_000, tables: 25_000 },
      labels: optionLabels('price', equipmentKinds),
      condition: ['equals', ['dataModel', 'Utstyr.Trengs'], 'yes'],
    },
    {
      id: 'caretaker',
      type: 'perRow',
      text: 'price.caretaker',
      vat: '25',
      rows: 'Leie.Dager',
      lines: 'each',
      rowText: 'day.row',
      each: {
        type: 'fixed',
        amountMinor: 62_500,
        condition: ['equals', ['dataModel', 'Leie.Dager.Vaktmester'], 'yes'],
      },
    },
    {
      id: 'cleaning',
      type: 'countTimesUnit',
      text: 'price.cleaning',
      vat: '25',
      count: 'Leie.Dager',
      unitMinor: 87_500,
      unitText: 'unit.day',
      condition: ['equals', ['dataModel', 'Renhold.Hvem'], 'municipality'],
    },
    { id: 'deposit', type: 'fixed', text: 'price.deposit', vat: 'outside', amountMinor: 200_000 },
  ],
};
