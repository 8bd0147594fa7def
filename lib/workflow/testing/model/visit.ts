import type { Manner, Page, PayerAct } from '../counters/counter.ts';
import type { PlayedCase, Stage } from './stage.ts';

/** A payer does something at a payment page; what the browser is to bring back waits until it comes back. */
export async function visit(
  { door, world, backs, played }: Stage,
  { counter }: PlayedCase,
  page: Page,
  act: PayerAct,
  manner: Manner = {},
): Promise<void> {
  // Told before the payer is back, and told once: whatever came of it, only the return and the timer are left.
  door.behind((use) => use(world.app), { thanks: true });
  if (manner.comesAlive) played.alive.add(page.reference);
  const message = await counter.act(page, act, manner);
  if (message) backs.push({ attemptId: page.attemptId, message });
  door.assertSound();
}
