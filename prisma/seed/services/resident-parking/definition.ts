import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { declaration, field, optionLabels, unless } from '../components.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

const engines = ['electric', 'other'] as const;
const periods = ['quarter', 'year'] as const;

/** Øre for a permit, in the order of `periods`. */
const fees: Record<(typeof engines)[number], Record<(typeof periods)[number], number>> = {
  electric: { quarter: 45_000, year: 160_000 },
  other: { quarter: 90_000, year: 320_000 },
};

/** `submit_and_pay`: the payer chooses between card, telephone and invoice at the provider. */
export const residentParking: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'beboerparkering',
  serviceType: 'submission',
  variant: 'submit_and_pay',
  texts: { nb, nn, en },
  pages: [
    {
      id: 'car',
      textResourceBindings: { title: 'car.title' },
      components: [
        field('Input', 'plate', 'Bil.Kjennemerke', { required: true, maxLength: 10, description: true }),
        field('RadioButtons', 'engine', 'Bil.Drivlinje', { choices: engines, required: true }),
        field('RadioButtons', 'owner', 'Bil.Eier', {
          choices: ['self', 'household', 'work'],
          required: true,
        }),
        field('Input', 'employer', 'Bil.Arbeidsgiver', {
          required: true,
          maxLength: 80,
          hidden: unless('Bil.Eier', 'work'),
        }),
      ],
    },
    {
      id: 'permit',
      textResourceBindings: { title: 'permit.title' },
      components: [
        field('Dropdown', 'zone', 'Tillatelse.Sone', {
          choices: ['centre', 'harbour', 'hill'],
          required: true,
          description: true,
        }),
        field('RadioButtons', 'period', 'Tillatelse.Periode', { choices: periods, required: true }),
        field('Datepicker', 'from', 'Tillatelse.Fra', { required: true }),
        field('Input', 'email', 'Kontakt.Epost', { format: 'email', required: true, autocomplete: 'email' }),
        declaration('Tillatelse.Bekreftelse'),
      ],
    },
  ],
  prefill: [{ path: 'Kontakt.Epost', from: 'person.email' }],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rounding: 'minor_half_up',
    rules: [
      {
        id: 'permit',
        type: 'table',
        text: 'price.permit',
        vat: 'outside',
        keys: ['Bil.Drivlinje', 'Tillatelse.Periode'],
        rows: engines.flatMap((engine) =>
          periods.map((period) => ({ is: [engine, period], amountMinor: fees[engine][period] })),
        ),
        labels: { ...optionLabels('engine', engines), ...optionLabels('price', periods) },
      },
    ],
  },
  payment: { agreement: 'payex', capture: 'now' },
  signIn: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 30, paymentDays: 7, signingDays: 14 },
  received: 'paid',
  actingParties: ['person'],
  category: 'licence',
};
