import { appendFileSync } from 'node:fs';
import { env } from '@/lib/core/env.ts';
import { type App, newApp } from '../../app.ts';
import { reopenSubmission } from '../../filling/reopen-submission.ts';
import { confirmAndPay } from '../../paying/confirm-and-pay.ts';
import { performOperation } from '../../paying/perform-operation.ts';
import { returnFromPayment } from '../../paying/return-from-payment.ts';
import { startPayment } from '../../paying/start-payment.ts';
import { verifyPayment } from '../../paying/verify-payment.ts';
import { compareSettlements } from '../../reconciling/compare-settlements.ts';
import { takeInReport } from '../../reconciling/take-in-report.ts';
import { signSubmission } from '../../signing/sign-submission.ts';
import { registerForMessages } from '../../upkeep/register-for-messages.ts';
import { withdrawSubmission } from '../../withdrawing/withdraw-submission.ts';
import type { Deed, Order } from './deed.ts';
import { receiveRaw } from './receive-raw.ts';

/*
 * A process of its own for the crash matrix: does one deed and dies on the way, at the point that KVITT_CRASH_AT names.
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
    case 'confirm-and-pay':
      return confirmAndPay(on, deed.actor, deed.submissionId, undefined);
    case 'start-payment':
      return startPayment(on, deed.actor, deed.submissionId);
    case 'reopen':
      return reopenSubmission(on, deed.actor, deed.submissionId);
    case 'withdraw':
      return withdrawSubmission(on, deed.actor, deed.submissionId);
    case 'sign':
      return signSubmission(on, deed.actor, deed.submissionId, { seen: deed.seen });
    case 'verify':
      return verifyPayment(on, deed.attemptId);
    case 'return': {
      const { headers, body } = deed.message;
      return returnFromPayment(on, deed.attemptId, { headers: new Headers(headers), body });
    }
    case 'receive':
      return receiveRaw(on, deed.message);
    case 'operate':
      return performOperation(on, deed.operationId);
    case 'register':
      return registerForMessages(on);
    case 'take-in-report':
      return takeInReport(on, deed.staff, deed.agreementId, [Buffer.from(deed.csv)]);
    case 'compare':
      return compareSettlements(on, deed.agreementId);
    case 'jobs':
      return (await import('../run-jobs.ts')).runJobs(on, config.DATABASE_URL);
  }
}
