import type { RequestHandler } from 'express';
import type { Fault, FaultBook, SandboxContext } from './context.ts';

/** The faults asked for, in memory. A fault for one reference goes before one for all. */
export function createFaultBook(): FaultBook {
  let faults: Fault[] = [];
  const sleepers = new Set<() => void>();
  const wake = () => {
    for (const sleeper of [...sleepers]) sleeper();
  };
  const same = (fault: Fault, party: string, name: string, reference?: string) =>
    fault.party === party && fault.name === name && fault.reference === reference;
  const find = (party: string, name: string, reference?: string) =>
    (reference === undefined ? undefined : faults.find((fault) => same(fault, party, name, reference))) ??
    faults.find((fault) => same(fault, party, name, undefined));

  return {
    take(party, name, reference) {
      const fault = find(party, name, reference);
      if (!fault) return undefined;
      if (fault.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) faults = faults.filter((other) => other !== fault);
      }
      return fault.value;
    },
    peek: (party, name, reference) => find(party, name, reference)?.value,
    set(fault) {
      faults = [
        ...faults.filter((other) => !same(other, fault.party, fault.name, fault.reference)),
        { ...fault },
      ];
    },
    remove(party, name, reference) {
      faults = faults.filter((fault) => !same(fault, party, name, reference));
      wake();
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear() {
      faults = [];
      wake();
    },
    sleep: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          sleepers.delete(done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        sleepers.add(done);
      }),
  };
}

/** The values of the fault `availability`, which any party can offer for its API. */
export const availabilityFaults: Record<string, string> = {
  slow: 'svarer først etter 5 sekunder',
  error: 'svarer 500',
  dead: 'bryter forbindelsen uten svar',
  silent: 'tar imot, men svarer aldri (til feilen fjernes)',
};

/** Middleware that makes a party's API slow, failing, dead or silent while the fault `availability` is set. */
export function applyAvailability(party: string, { faults }: SandboxContext): RequestHandler {
  return async (request, response, next) => {
    switch (faults.take(party, 'availability')) {
      case 'slow':
        await faults.sleep(5_000);
        return next();
      case 'error':
        response.status(500).json({ error: 'sandbox_fault' });
        return;
      case 'dead':
        request.socket.destroy();
        return;
      case 'silent':
        await faults.sleep(24 * 3_600_000);
        request.socket.destroy();
        return;
      default:
        return next();
    }
  };
}
