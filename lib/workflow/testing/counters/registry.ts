import type { SandboxCall } from '../sandbox-call.ts';
import type { Counter } from './counter.ts';
import { dibsCounter } from './dibs.ts';
import { netsCounter } from './nets.ts';
import { payexCounter } from './payex.ts';
import { vippsCounter } from './vipps.ts';

/** One line per provider. */
const counters: readonly ((call: SandboxCall) => Counter)[] = [
  netsCounter,
  payexCounter,
  dibsCounter,
  vippsCounter,
];

/** The counters of one sandbox, by provider. */
export function openCounters(call: SandboxCall): Map<string, Counter> {
  return new Map(counters.map((open) => open(call)).map((counter) => [counter.id, counter]));
}

export const providerIds: readonly string[] = [
  ...openCounters(() => {
    throw new Error('Nobody is called for a name');
  }).keys(),
];
