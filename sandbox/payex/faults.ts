import { settlementFaults } from '../settlements/faults.ts';
import { faultTaker, replyFaults } from '../take-fault.ts';
import type { OrderRecord } from './model.ts';

export const partyId = 'payex';

/** API calls with a fault of their own, by the names that every provider here has; the rest are reached by `api`. */
export const operations = ['create', 'get', 'charge', 'cancel', 'refund', 'terminate'] as const;
export type Operation = (typeof operations)[number];

const refusals = {
  refused: 'svarer 403 og utfører ikke kallet (problemet står under postPurchaseFailedAttempts)',
};

/** Faults by name: value → explanation. `late`, `after-return` and `slow` take their own milliseconds: `late:3000`. */
export const payexFaults: Record<string, Record<string, string>> = {
  webhook: {
    never: 'kommer aldri',
    late: 'kommer etter 3 sekunder',
    'late:15000': 'kommer etter 15 sekunder',
    twice: 'kommer to ganger',
    'before-return': 'er kvittert før betaleren sendes tilbake',
    'after-return': 'kommer et halvt sekund etter at betaleren er sendt tilbake',
    'wrong-address': 'kommer til callbackUrl med feil hemmelighet (meldingene er ikke signert)',
    'wrong-order': 'nevner en betaling som ikke finnes',
    reordered: 'venter til den neste for samme betaling er levert (høyst 3 sekunder)',
  },
  return: {
    never: 'betaleren sendes ikke tilbake',
    'without-webhook': 'betaleren sendes tilbake, men ingen melding kommer',
  },
  amount: { wrong: 'GET viser andre beløp enn ordren (1 krone for lite)' },
  currency: { wrong: 'GET viser en annen valuta' },
  reference: { wrong: 'GET viser en annen orderReference' },
  method: { unlisted: 'GET viser en betalingsmåte som ingen har skrevet om' },
  status: { unknown: 'GET har en ukjent status og ingen operasjoner' },
  expand: { ignored: 'GET bryr seg ikke om $expand' },
  outcome: {
    'paid-after-failed': 'betalingen sies å ha feilet, og blir betalt etter 3 sekunder',
    'paid-after-failed:15000': 'betalingen sies å ha feilet, og blir betalt etter 15 sekunder',
    'paid-after-failed:manual': 'betalingen sies å ha feilet, og blir betalt når bøkene bes om det',
    'paid-after-aborted': 'betaleren avbryter, og betalingen blir likevel betalt etter 3 sekunder',
  },
  retry: { fast: 'meldinger prøves på nytt hvert 50. millisekund' },
  settlement: settlementFaults,
  magic: { off: 'magiske beløp og beskrivelser gjør ingenting' },
  api: replyFaults,
  create: replyFaults,
  get: replyFaults,
  charge: { ...replyFaults, ...refusals },
  cancel: { ...replyFaults, ...refusals },
  refund: { ...replyFaults, ...refusals },
  terminate: replyFaults,
};

/** The names under which a fault can be meant for one payment order. */
export function referencesOf(order: Pick<OrderRecord, 'request'> & { id?: string }): string[] {
  const { payeeReference, orderReference } = order.request.payeeInfo;
  return [order.id, order.id && `/psp/paymentorders/${order.id}`, payeeReference, orderReference].filter(
    (name) => name !== undefined,
  );
}

export const { takeFault, peekFault, takeReplyFault } = faultTaker<Operation>(partyId);
