import { dibsFaults } from '../dibs/faults.ts';
import { replyFaults } from '../take-fault.ts';

/** Instead of doing what was asked for: a refusal by the acquirer (reason 4), or its silence (reason 1). */
const answerFaults = { declined: 'svarer DECLINED med grunn 4', error: 'svarer FAILED med grunn 1' };

/** Faults by name: value → explanation; what is not said here is as in the newer window. */
export const flexWinFaults: Record<string, Record<string, string>> = {
  webhook: { ...dibsFaults.webhook, 'wrong-signature': 'har feil authkey' },
  return: { ...dibsFaults.return, 'wrong-signature': 'betaleren sendes tilbake med feil authkey' },
  outcome: {
    pending: 'innløseren svarer ikke (status 0), og godkjenner etter 3 sekunder',
    'pending-declined': 'innløseren svarer ikke, og avslår etter 3 sekunder',
    'pending-forever': 'innløseren svarer aldri; /books/…/settle gjør det ferdig',
  },
  'after-failed': {
    captured: 'det som er avslått eller avbrutt, blir likevel betalt etter 3 sekunder',
    'captured:15000': 'det samme etter 15 sekunder',
  },
  'three-d-secure': dibsFaults['three-d-secure'] ?? {},
  amount: {
    wrong: 'meldinger og payinfo har et annet beløp (1 krone for lite)',
    fee: 'meldinger og payinfo har 10 kroner i gebyr ved siden av beløpet',
  },
  currency: { wrong: 'meldinger og payinfo har en annen valuta' },
  method: { unlisted: 'meldinger og cardtype har en betalingsmåte som ingen har skrevet om' },
  status: { unknown: 'payinfo har en status som ingen kjenner' },
  'order-id': { 'declined-too': 'også et avslag bruker opp ordrenummeret, når uniqueoid er satt' },
  settlement: dibsFaults.settlement ?? {},
  retry: dibsFaults.retry ?? {},
  api: replyFaults,
  create: replyFaults,
  get: replyFaults,
  capture: {
    ...replyFaults,
    ...answerFaults,
    pending: 'svarer ACCEPTED, men venter på en bunke; /books/…/settle gjør det ferdig',
  },
  cancel: { ...replyFaults, ...answerFaults },
  refund: { ...replyFaults, ...answerFaults },
};
