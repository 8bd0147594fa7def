import { appendFileSync } from 'node:fs';
import { env } from '@/lib/core/env.ts';
import type { Actor } from '@/lib/core/party.ts';
import { type App, newApp } from '../app.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { receiveMessage } from '../paying/receive-message.ts';
import { startPayment } from '../paying/start-payment.ts';
import { verifyPayment } from '../paying/verify-payment.ts';

/** One use case with what it is called with; everything is JSON, for it goes to another process. */
export type Deed =
  | { does: 'start-payment'; actor: Actor; submissionId: string }
  | { does: 'reopen'; actor: Actor; submissionId: string }
  | { does: 'verify'; attemptId: string }
  | {
      does: 'receive';
      endpointToken: string;
      attemptId: string;
      headers: Record<string, string>;
      body: string;
    }
  | { does: 'operate'; operationId: string }
  /** Everything that waits in the queue, as a worker that dies with its jobs still locked. */
  | { does: 'jobs' };

export interface Order {
  deed: Deed;
  /** The instant that this process lives at, ISO 8601. */
  now: string;
  /** Where it writes the mails that it sends, one JSON document per line. */
  mailFile: string;
}

/*
 * A process of its own for the crash tests: does one deed and dies on the way, at the point that KVITT_CRASH_AT names.
 * Its only argument is the order as JSON; the rest is its environment.
 */
const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const config = env();
const app = newApp(config, {
  clock: { now: () => new Date(order.now) },
  mail: { send: async (mail) => appendFileSync(order.mailFile, `${JSON.stringify(mail)}\n`) },
});
await perform(app, order.deed);
await app.db.$disconnect();

async function perform(on: App, deed: Deed): Promise<unknown> {
  switch (deed.does) {
    case 'start-payment':
      return startPayment(on, deed.actor, deed.submissionId);
    case 'reopen':
      return reopenSubmission(on, deed.actor, deed.submissionId);
    case 'verify':
      return verifyPayment(on, deed.attemptId);
    case 'receive': {
      const { headers, body } = deed;
      return receiveMessage(on, 'nets', deed.endpointToken, deed.attemptId, {
        headers: new Headers(headers),
        body,
      });
    }
    case 'operate':
      return performOperation(on, deed.operationId);
    case 'jobs':
      return (await import('./run-jobs.ts')).runJobs(on, config.DATABASE_URL);
  }
}
