import { afterAll, afterEach, beforeAll } from 'vitest';
import { startPayex } from './start-payex.ts';

/** A sandbox for the tests of one file: filled in before the first of them, and without faults after each. */
export interface Paying {
  sandbox: Awaited<ReturnType<typeof startPayex>>;
}

export function paying(): Paying {
  const stage = {} as Paying;
  beforeAll(async () => {
    stage.sandbox = await startPayex();
  });
  afterAll(() => stage.sandbox.close());
  afterEach(() => stage.sandbox.clearFaults());
  return stage;
}

export const complete = 'http://localhost:3000/pay/complete?x=1';

/** A payment order and its page. */
export async function create({ sandbox }: Paying, more: object = {}) {
  const id = await sandbox.create(more);
  const { operations } = await sandbox.get(id);
  const href: string = operations.find((one: { rel: string }) => one.rel === 'redirect-checkout').href;
  const page = href.split('?')[0] ?? '';
  return {
    id,
    page,
    post: (path: string, fields: Record<string, string> = {}) => sandbox.post(page + path, fields),
  };
}

export const show = async ({ sandbox }: Paying, address: string | null) =>
  (await sandbox.call('GET', address ?? '')).text;

export const cardOf = (cardNumber: string, more: object = {}) => ({
  cardNumber,
  expiry: '12/30',
  cvc: '123',
  ...more,
});

/** The last failed try's problem and status. */
export async function lastTry({ sandbox }: Paying, id: string) {
  const { failedAttempts } = (await sandbox.get(id)).paymentOrder;
  const last = failedAttempts.failedAttemptList.at(-1);
  return [last.problem.type.split('/errordetail/')[1], last.problem.status, last.status];
}
