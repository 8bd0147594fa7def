import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import { pages } from './pages.ts';
import { pricing } from './prices.ts';

/** `submit_and_pay`: rooms within days, each priced by a table, with a discount, equipment, a share of tickets and a deposit. */
export const premises: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'leie-av-lokaler',
  serviceType: 'submission',
  variant: 'submit_and_pay',
  texts: { nb, nn, en },
  pages,
  prefill: [
    { path: 'Kontakt.Telefon', from: 'person.phone' },
    { path: 'Kontakt.Epost', from: 'person.email' },
  ],
  pricing,
  payment: { agreement: 'nets', capture: 'now' },
  signIn: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 30, paymentDays: 7, signingDays: 7 },
  received: 'paid',
  actingParties: ['person', 'organisation'],
  category: 'other',
};
