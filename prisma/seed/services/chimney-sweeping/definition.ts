import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

/** `prefilled`: no form; what is paid is an issued order (`prisma/seed/issued.ts`), and the rules say what one chimney costs. */
export const chimneySweeping: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'feiing-og-tilsyn',
  serviceType: 'submission',
  variant: 'prefilled',
  texts: { nb, nn, en },
  pages: [],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rounding: 'minor_half_up',
    rules: [
      { id: 'sweeping', type: 'fixed', text: 'price.sweeping', vat: '25', amountMinor: 62_500 },
      {
        // Only on issued orders: there is no form that could choose it.
        id: 'extra-flue',
        type: 'fixed',
        text: 'price.extraFlue',
        vat: '25',
        amountMinor: 25_000,
        condition: false,
      },
    ],
  },
  payment: { agreement: 'nets', capture: 'now' },
  signIn: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 365, paymentDays: 365, signingDays: 14 },
  received: 'paid',
  actingParties: ['person'],
  category: 'fee',
};
