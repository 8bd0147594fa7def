import type { ReturnQuery } from '@/lib/payments/provider.ts';
import { booked, faultsOf, newBooks, type Row, untruths, wireFaults } from '../provider-books.ts';
import type { Act, Page, ProviderDriver, Visit } from '../provider-driver.ts';

interface NetaxeptRow extends Row {
  charged: number;
  terminal: string;
  atIssuer: boolean;
  charges: { amount: number }[];
}

const how: Partial<Record<Act, object>> = {
  pay: {},
  'pay-otherwise': { card: '5413000000000000' },
  'pay-challenged': { threeDS: 'approve' },
  'pay-untakable': { card: '4925000000000079' },
  decline: { card: '4925000000000087' },
  'refuse-3ds': { threeDS: 'reject' },
  cancel: { leave: true },
  stall: { threeDS: 'ask' },
};

const outcomes: Readonly<Record<string, Visit['outcome']>> = {
  paid: 'paid',
  declined: 'declined',
  cancelled: 'cancelled',
  challenge: 'waiting',
  'form-errors': 'unavailable',
};

/** One visit to its terminal is all that a transaction is good for. It tells nobody, and nobody can close it. */
export const driver: ProviderDriver = {
  id: 'netaxept',
  credentials: { merchantId: '11000350', token: 'sandbox+netaxept/token=1', reservationDays: 30 },
  method: { usual: 'Visa', other: 'MasterCard' },
  acts: [
    ...(['pay', 'pay-otherwise', 'pay-challenged', 'pay-untakable'] as const),
    ...(['decline', 'refuse-3ds', 'cancel', 'stall'] as const),
  ],
  faults: {
    create: ['register'],
    ask: ['query'],
    capture: ['capture'],
    cancel: ['annul'],
    refund: ['credit'],
  },
  closesPages: false,
  troubles: [
    ...wireFaults(
      ['register', 'query', 'capture', 'credit', 'annul', 'api'],
      ['exception', 'exception-after-commit'],
    ),
    ...untruths,
    ...faultsOf(['capture', 'credit', 'annul'], ['refused']),
    { name: 'reference', value: 'wrong' },
    { name: 'left', value: 'error' },
  ],
  hand(call) {
    const { rows, at, atPage } = newBooks<NetaxeptRow>('netaxept', call);
    const visit = async (page: Page, act: Act): Promise<Visit> => {
      const path = await atPage(page, 'pay');
      const { outcome, location } = await call<Visited>(path, 'POST', how[act]);
      return { outcome: outcomes[outcome] ?? 'closed', ...(location && { query: queryOf(location) }) };
    };
    return {
      books: async (reference) =>
        (await rows(reference)).map((row) => booked(row, row.terminal !== 'open' && row.reserved === 0)),
      visit,
      failAtFirst: (page) => visit(page, 'cancel'),
      // The terminal was open in another tab.
      async comeAlive({ reference }) {
        for (const { paymentId, reserved } of await rows(reference))
          if (reserved === 0) await call(at(paymentId, 'come-alive'), 'POST', {});
      },
      async settle(reference) {
        for (const { paymentId, atIssuer } of await rows(reference))
          if (atIssuer) await call(at(paymentId, 'pay'), 'POST', how.cancel);
      },
    };
  },
};

interface Visited {
  outcome: string;
  location?: string;
}

function queryOf(location: string): ReturnQuery {
  return Object.fromEntries(new URL(location).searchParams);
}
