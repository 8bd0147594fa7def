import { settlementFaults } from '../settlements/faults.ts';
import { faultTaker, type ReplyFault, replyFaults } from '../take-fault.ts';
import type { Transaction } from './model.ts';

export const partyId = 'netaxept';

const replies = {
  ...replyFaults,
  exception: 'svarer med et unntak som ikke er kjent, uten å utføre noe',
  'exception-after-commit': 'utfører kallet, men svarer med et unntak som ikke er kjent',
};

/** API calls with a fault of their own; all of them are reached by `api`. */
export const operations = ['register', 'query', 'auth', 'sale', 'capture', 'credit', 'annul'] as const;
export type Operation = (typeof operations)[number];

const refusable = { refused: 'sier nei, uten å utføre noe' };

/** Faults by name: value → explanation. `slow` takes its own milliseconds: `slow:3000`. */
export const netaxeptFaults: Record<string, Record<string, string>> = {
  // Asked for by whoever wants all providers to be quiet.
  webhook: { never: 'gjør ingen forskjell: Netaxept sender aldri noen' },
  return: { never: 'betaleren sendes ikke tilbake' },
  amount: { wrong: 'Query viser et annet beløp enn ordren (1 krone for lite)' },
  currency: { wrong: 'Query viser en annen valuta' },
  reference: { wrong: 'Query viser et annet ordrenummer' },
  method: { unlisted: 'Query viser en betalingsmåte som ingen har skrevet om' },
  status: { unknown: 'Query har ingen Summary, og ukjente elementer' },
  left: { error: 'Query viser en feil etter at betaleren har avbrutt' },
  settlement: settlementFaults,
  magic: { off: 'magiske beløp gjør ingenting' },
  api: replies,
  ...Object.fromEntries(
    operations.map((name) => [
      name,
      ['capture', 'credit', 'annul'].includes(name) ? { ...replies, ...refusable } : replies,
    ]),
  ),
};

type Named = Pick<Transaction, 'id' | 'orderNumber'>;

/** The names under which a fault can be meant for one transaction. */
export function referencesOf({ id, orderNumber }: Named): string[] {
  return [id, orderNumber];
}

export const { takeFault, peekFault, takeReplyFault } = faultTaker<
  Operation,
  ReplyFault | 'exception' | 'exception-after-commit'
>(partyId, replies);
