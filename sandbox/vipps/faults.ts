import { settlementFaults } from '../settlements/faults.ts';
import { faultTaker, type ReplyFault, replyFaults } from '../take-fault.ts';

export const partyId = 'vipps';

/** What each API call can be told to do. */
const replies = {
  ...replyFaults,
  '502': 'en mellomtjener svarer 502 med en HTML-side',
  '401': 'godtar ikke tokenet',
};

/** Operations with a fault of their own; `api` means every one of them. */
export const operations = [
  'token',
  'create',
  'get',
  'events',
  'capture',
  'cancel',
  'refund',
  'approve',
  'webhooks',
] as const;
export type Operation = (typeof operations)[number];

/** Faults by name: value → explanation. `late`, `after-return` and `slow` take their own milliseconds: `late:3000`. */
export const vippsFaults: Record<string, Record<string, string>> = {
  webhook: {
    never: 'kommer aldri',
    late: 'kommer etter 3 sekunder',
    'late:15000': 'kommer etter 15 sekunder',
    twice: 'kommer to ganger',
    'before-return': 'er kvittert før betaleren sendes tilbake',
    'after-return': 'kommer et halvt sekund etter at betaleren er sendt tilbake',
    'wrong-signature': 'er signert med feil hemmelighet, og kommer bare én gang',
    'changed-body': 'er endret etter signering, og kommer bare én gang',
    reordered: 'kommer i motsatt rekkefølge, også etter neste hendelse for samme betaling',
  },
  return: {
    never: 'betaleren sendes ikke tilbake',
    'without-webhook': 'betaleren sendes tilbake, men ingen webhook kommer',
  },
  amount: { wrong: 'GET viser andre beløp (1 krone for lite)' },
  currency: { wrong: 'GET viser en annen valuta' },
  status: { unknown: 'GET viser en ukjent tilstand' },
  'captured-after-failed': {
    captured: 'avbrutt eller utløpt betaling blir likevel belastet etter 3 sekunder',
    authorized: 'avbrutt eller utløpt betaling blir likevel reservert etter 3 sekunder',
    'captured:0': 'avbrutt eller utløpt betaling blir likevel belastet med en gang',
  },
  retry: {
    fast: 'webhooker prøves på nytt hvert 50. millisekund',
    'same-signature': 'webhooker som prøves på nytt, har samme dato og signatur som første gang',
  },
  settlement: settlementFaults,
  magic: { off: 'magiske beløp gjør ingenting' },
  api: replies,
  ...Object.fromEntries(operations.map((name) => [name, replies])),
  token: { ...replies, expired: 'deler ut token som alt er utløpt' },
};

/** The names under which a fault can be meant for one payment. */
export function referencesOf({ reference }: { reference: string }): string[] {
  return [reference];
}

export const { takeFault, peekFault, takeReplyFault } = faultTaker<Operation, ReplyFault | '502' | '401'>(
  partyId,
  replies,
);
