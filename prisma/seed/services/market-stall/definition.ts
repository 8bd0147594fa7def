import type { PriceRule } from '@/lib/pricing/rule.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { declaration, field, text, unless, yesNo } from '../components.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

/** `pay_before_sign`, by card only: the money is held until the rules of the market are signed. */
export const marketStall: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'torgplass',
  serviceType: 'submission',
  variant: 'pay_before_sign',
  texts: { nb, nn, en },
  pages: [
    {
      id: 'goods',
      textResourceBindings: { title: 'goods.title' },
      components: [
        field('Dropdown', 'goodsType', 'Varer.Type', {
          choices: ['food', 'plants', 'handicraft', 'other'],
          required: true,
        }),
        text('Panel', 'foodRules', { variant: 'warning', hidden: unless('Varer.Type', 'food') }),
        field('TextArea', 'goodsDescription', 'Varer.Beskrivelse', { required: true, maxLength: 500 }),
        field('Input', 'phone', 'Kontakt.Telefon', { format: 'phone', required: true, autocomplete: 'tel' }),
      ],
    },
    {
      id: 'stall',
      textResourceBindings: { title: 'stall.title' },
      components: [
        field('RadioButtons', 'size', 'Plass.Storrelse', { choices: ['small', 'large'], required: true }),
        field('Datepicker', 'from', 'Plass.Fra', { required: true }),
        field('Input', 'days', 'Plass.Dager', {
          format: 'integer',
          required: true,
          min: '1',
          max: '14',
          description: true,
        }),
        yesNo('power', 'Plass.Strom'),
        declaration('Plass.Bekreftelse'),
      ],
    },
  ],
  prefill: [{ path: 'Kontakt.Telefon', from: 'person.phone' }],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rounding: 'minor_half_up',
    rules: [
      perDay('small', 'exempt', 25_000, ['equals', ['dataModel', 'Plass.Storrelse'], 'small']),
      perDay('large', 'exempt', 40_000, ['equals', ['dataModel', 'Plass.Storrelse'], 'large']),
      perDay('power', '25', 7_500, ['equals', ['dataModel', 'Plass.Strom'], 'yes']),
    ],
  },
  payment: { agreement: 'dibs', methods: ['VISA', 'MC'], capture: 'reserve' },
  signIn: { acr: 'idporten-loa-substantial' },
  signing: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 30, paymentDays: 7, signingDays: 5 },
  received: 'paid',
  actingParties: ['person', 'organisation'],
  category: 'licence',
};

/** Rent of ground is exempt from VAT (merverdiavgiftsloven § 3-11), electricity is not. @param unitMinor øre for a day. */
function perDay(
  id: string,
  vat: PriceRule['vat'],
  unitMinor: number,
  condition: PriceRule['condition'],
): PriceRule {
  return {
    id,
    type: 'countTimesUnit',
    text: `price.${id}`,
    vat,
    count: 'Plass.Dager',
    unitMinor,
    unitText: 'unit.day',
    condition,
  };
}
