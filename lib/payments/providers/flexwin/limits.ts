import type { PageLimits, Ways } from '../../payment-method.ts';
import { methods } from '../dibs/methods.ts';

/** The window can be held to one method or to none; every other limit is seen to afterwards. */
export function limitsOf({ methods: allowed }: Ways): PageLimits {
  const slips = allowed.length > 1 ? methods.map(({ name }) => name) : [];
  return { oneChoice: false, slips: slips.filter((name) => !allowed.includes(name)) };
}

/** The one method that the window is to be held to. */
export function onlyMethod(offered: readonly string[] | undefined): string | undefined {
  return offered?.length === 1 ? offered[0] : undefined;
}
