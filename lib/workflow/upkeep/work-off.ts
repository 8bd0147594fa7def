import { addSeconds } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import type { App } from '../app.ts';

/** One thing whose time has come. */
export interface Due {
  id: string;
  /** Whose provider it asks. */
  agreementId?: string;
}

export interface Duty {
  /** The first of what there is to do now: ids of cases, or of what belongs to them. @param except agreements whose turn is over. */
  due(except: readonly string[]): Promise<readonly Due[]>;
  /** Does one; `not_mine` when another worker has it. */
  work(id: string): Promise<unknown>;
}

/** Asked before each thing: no ends the round there, because the process is to stop. */
export type GoOn = () => boolean;

export const always: GoOn = () => true;

/** No answer takes this long: its agreement's other payments wait for the next round, so that the others' come to their turn. */
const slowSeconds = 10;

/**
 * Does what is due, one thing after another. One that fails is logged and stops none of the others.
 * @returns how many were done without an error: while it is more than none, there may be more to do at once.
 */
export async function workOff(
  app: App,
  duties: readonly Duty[],
  goOn: GoOn = always,
): Promise<{ handled: number }> {
  const slow = new Set<string>();
  let handled = 0;
  for (const { due, work } of duties) {
    for (let isMore = true; isMore; ) {
      isMore = false;
      for (const { id, agreementId } of await due([...slow]).catch(nothing)) {
        if (!goOn()) return { handled };
        const begun = app.clock.now();
        if (await isDone(work, { id, agreementId })) handled += 1;
        if (!agreementId || app.clock.now() < addSeconds(begun, slowSeconds)) continue;
        // What is due first may all be of the one that is slow.
        slow.add(agreementId);
        isMore = true;
        break;
      }
    }
  }
  return { handled };
}

function nothing(error: unknown): Due[] {
  log.error({ err: error }, 'what is due could not be read');
  return [];
}

async function isDone(work: Duty['work'], { id, agreementId }: Due): Promise<boolean> {
  try {
    return (await work(id)) !== 'not_mine';
  } catch (error) {
    log.error({ err: error, id, agreementId }, 'a case could not be reconciled');
    return false;
  }
}
