import type { Act, Page, ProviderDriver } from '../provider-driver.ts';
import type { Sandbox } from '../provider-sandbox.ts';
import { oneOf, type Played, type PlayedCase, type Stage } from './stage.ts';

export interface Manner {
  /** Its messages arrive before the payer is sent back; else they wait to be sent. */
  tellsAtOnce?: boolean;
  /** What comes to nothing is paid after all, once it is told to. */
  comesAlive?: boolean;
}

/** The act that a plan means at a provider: what happens only when another sum is owed is that the payer leaves. */
export function actOf({ acts, amounts = {} }: ProviderDriver, which: number | 'pay'): Act {
  const act = which === 'pay' ? which : (oneOf(acts, which) ?? 'pay');
  return amounts[act] === undefined ? act : 'cancel';
}

/** A payer does something at a payment page; what the browser is to bring back waits until it comes back. */
export async function visit(
  { door, world, backs, played }: Stage,
  { sandbox }: PlayedCase,
  page: Page,
  act: Act,
  { tellsAtOnce = false, comesAlive = false }: Manner = {},
): Promise<void> {
  // Told before the payer is back, and told once: whatever came of it, only the return and the timer are left.
  door.behind((use) => use(world.app), { thanks: true });
  const fails = comesAlive ? sandbox.failAtFirst : undefined;
  // What is told as pending is told to its end, too.
  if (fails || act === 'pay-pending') played.alive.add(page.reference);
  if (fails) played.revivable.set(page.reference, page);
  const go = () => (fails && act === 'pay' ? fails(page) : sandbox.visit(page, act));
  const { back, query } = await (tellsAtOnce ? sandbox.tellingAtOnce(page.reference, go) : go());
  if (back || query) backs.push({ attemptId: page.id, message: back, query });
  door.assertSound();
}

/** What came to nothing is paid after all, once, where that was asked for. */
export async function revive({ revivable }: Played, sandbox: Sandbox, reference: string): Promise<void> {
  const page = revivable.get(reference);
  if (revivable.delete(reference) && page) await sandbox.comeAlive(page);
}
