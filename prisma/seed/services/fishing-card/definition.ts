import type { PriceRule } from '@/lib/pricing/rule.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { declaration, field, text, unless } from '../components.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

/** `submit_and_pay` in one page, paid by telephone. */
export const fishingCard: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'fiskekort',
  serviceType: 'submission',
  variant: 'submit_and_pay',
  texts: { nb, nn, en },
  pages: [
    {
      id: 'card',
      textResourceBindings: { title: 'card.title' },
      components: [
        field('RadioButtons', 'period', 'Kort.Periode', {
          choices: ['day', 'week', 'season'],
          required: true,
        }),
        field('Datepicker', 'from', 'Kort.Fra', {
          required: true,
          hidden: unless('Kort.Periode', 'day', 'week'),
        }),
        text('Panel', 'season', { variant: 'info', hidden: unless('Kort.Periode', 'season') }),
        field('Input', 'adults', 'Kort.Voksne', {
          format: 'integer',
          required: true,
          min: '1',
          max: '10',
          description: true,
        }),
        declaration('Kort.Bekreftelse'),
      ],
    },
  ],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rounding: 'minor_half_up',
    rules: [perAdult('day', 12_000), perAdult('week', 30_000), perAdult('season', 65_000)],
  },
  payment: { agreement: 'vipps', capture: 'now' },
  signIn: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 30, paymentDays: 3, signingDays: 14 },
  received: 'paid',
  actingParties: ['person'],
  category: 'licence',
};

/** @param unitMinor øre for one adult. */
function perAdult(period: 'day' | 'week' | 'season', unitMinor: number): PriceRule {
  return {
    id: period,
    type: 'countTimesUnit',
    text: `price.${period}`,
    vat: 'outside',
    count: 'Kort.Voksne',
    unitMinor,
    unitText: 'unit.adult',
    condition: ['equals', ['dataModel', 'Kort.Periode'], period],
  };
}
