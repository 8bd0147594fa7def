import { settlementFaults } from '../settlements/faults.ts';
import { faultTaker, replyFaults } from '../take-fault.ts';
import type { PaymentRecord } from './model.ts';

export const partyId = 'nets';

/** API calls with a fault of their own; the rest are reached by `api`, which means every call. */
export const operations = ['create', 'get', 'charge', 'cancel', 'refund', 'terminate'] as const;
export type Operation = (typeof operations)[number];

/** Faults by name: value → explanation. `late`, `after-return` and `slow` take their own milliseconds: `late:3000`. */
export const netsFaults: Record<string, Record<string, string>> = {
  webhook: {
    never: 'kommer aldri',
    late: 'kommer etter 3 sekunder',
    'late:15000': 'kommer etter 15 sekunder',
    twice: 'kommer to ganger',
    'before-return': 'er kvittert før betaleren sendes tilbake',
    'after-return': 'kommer et halvt sekund etter at betaleren er sendt tilbake',
    'wrong-authorization': 'har feil Authorization',
    reordered: 'kommer i motsatt rekkefølge',
  },
  return: {
    never: 'betaleren sendes ikke tilbake',
    'without-webhook': 'betaleren sendes tilbake, men ingen webhook kommer',
  },
  amount: { wrong: 'GET viser andre beløp enn ordren (1 krone for lite)' },
  currency: { wrong: 'GET viser en annen valuta' },
  method: { unlisted: 'GET viser en betalingsmåte som ingen har skrevet om' },
  status: { unknown: 'GET har tom summary og ukjente felt' },
  refund: {
    ...replyFaults,
    pending: 'refusjonen blir stående som Pending',
    late: 'refusjonen fullføres etter 3 sekunder',
    failed: 'refusjonen mislykkes',
  },
  'captured-after-failed': {
    captured: 'avsluttet betaling blir likevel betalt etter 3 sekunder',
    'captured:0': 'avsluttet betaling blir likevel betalt med en gang',
  },
  settlement: settlementFaults,
  retry: { fast: 'webhooker prøves på nytt hvert 50. millisekund' },
  magic: {
    reservation: 'magiske beløp feiler ved reservasjon i stedet for ved opprettelse',
    off: 'magiske beløp gjør ingenting',
  },
  api: replyFaults,
  ...Object.fromEntries(operations.filter((name) => name !== 'refund').map((name) => [name, replyFaults])),
};

/** The names under which a fault can be meant for one payment. */
export function referencesOf(
  payment: Pick<PaymentRecord, 'order' | 'myReference'> & { paymentId?: string },
): string[] {
  return [payment.paymentId, payment.order.reference, payment.myReference].filter(
    (name) => name !== undefined,
  );
}

export const { takeFault, peekFault, takeReplyFault } = faultTaker<Operation>(partyId);
