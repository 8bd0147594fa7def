import type { App } from '../app.ts';
import { dropStaleUploads } from './drop-stale-uploads.ts';
import { freeLostJobs } from './free-lost-jobs.ts';
import { dueLanes } from './lane.ts';
import { reconcileCases } from './reconcile-cases.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { sendBackStranded } from './stranded-money.ts';
import { tellUnseenRefunds } from './unseen-refunds.ts';

/**
 * One round of everything that the timer does about cases and their money, one thing after another: asks about payments, carries
 * on operations that were left behind, expires, reminds, warns and erases, and looks for money that is neither delivered nor on
 * its way back. The worker does the same side by side (`worker/steps.ts`), so that no provider keeps the others waiting.
 * @returns how many were handled without an error: while it is more than none, there may be more to do at once.
 */
export async function reconcile(app: App): Promise<{ handled: number }> {
  await freeLostJobs(app);
  await dropStaleUploads(app);
  let handled = 0;
  for (const lane of await dueLanes(app)) handled += (await reconcilePayments(app, lane)).handled;
  handled += (await reconcileCases(app)).handled;
  handled += (await sendBackStranded(app, 'all')).handled;
  await tellUnseenRefunds(app);
  return { handled };
}
