import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptStatus, attemptMachine, isActive, moneyInStatuses } from './attempt-machine.ts';
import { judgeEvidence, type Promised, type Verdict } from './judge-evidence.ts';
import type { Evidence } from './provider.ts';

const statuses = attemptMachine.states();
const states: Evidence['state'][] = [
  'open',
  'authorized',
  'captured',
  'refunded',
  'cancelled',
  'failed',
  'expired',
  'unknown',
];

const promised: Promised = {
  status: 'pending',
  amountMinor: 300,
  currency: 'NOK',
  reference: 'KV-1',
  capturedMinor: 0,
  refundedMinor: 0,
  hasProblem: false,
  settledMinor: 0,
};
const evidence: Evidence = {
  state: 'captured',
  amountMinor: 300,
  currency: 'NOK',
  reference: 'KV-1',
  authorizedMinor: 300,
  capturedMinor: 300,
  refundedMinor: 0,
};

// Small sums and few words, so that equal, part and too much all come up often.
const sum = fc.constantFrom(0, 1, 150, 299, 300, 301, 600);
const anyPromised: fc.Arbitrary<Promised> = fc
  .record({
    status: fc.constantFrom(...statuses),
    refundedMinor: fc.constantFrom(0, 150, 300),
    hasProblem: fc.boolean(),
    settledMinor: fc.constantFrom(0, 150, 300),
  })
  .map(({ status, refundedMinor, hasProblem, settledMinor }) => {
    const moneyIn = (moneyInStatuses as readonly AttemptStatus[]).includes(status);
    return {
      ...promised,
      status,
      hasProblem,
      settledMinor: hasProblem || moneyIn || isActive(status) ? 0 : settledMinor,
      capturedMinor: moneyIn ? 300 : 0,
      refundedMinor: moneyIn ? refundedMinor : 0,
    };
  });
const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  state: fc.constantFrom(...states),
  amountMinor: fc.oneof({ weight: 3, arbitrary: fc.constant(300) }, sum),
  currency: fc.constantFrom('NOK', 'NOK', 'NOK', 'SEK', ''),
  reference: fc.constantFrom('KV-1', 'KV-1', 'KV-1', 'KV-2', ''),
  authorizedMinor: sum,
  capturedMinor: sum,
  refundedMinor: sum,
});

/** The attempt as it stands after a verdict, as the books record it. */
function recorded(attempt: Promised, seen: Evidence, verdict: Verdict): Promised {
  if (verdict.kind === 'nothing') return attempt;
  const hasProblem = verdict.kind === 'mismatch';
  if (verdict.kind !== 'move') return { ...attempt, hasProblem, settledMinor: 0 };
  const sums =
    verdict.to === 'failed' ? {} : { capturedMinor: seen.capturedMinor, refundedMinor: seen.refundedMinor };
  return { ...attempt, status: verdict.to, ...sums, hasProblem, settledMinor: 0 };
}

describe('judgeEvidence', () => {
  it('a visit that came to nothing never releases what another one has paid', () => {
    const left = {
      ...evidence,
      state: 'cancelled',
      authorizedMinor: 0,
      capturedMinor: 0,
      ofVisit: true,
    } as const;
    expect(judgeEvidence({ ...promised, status: 'authorized' }, left)).toEqual({ kind: 'nothing' });
    expect(judgeEvidence(promised, left)).toMatchObject({ to: 'cancelled' });
  });

  it('is total, and moves only along the drawing', () => {
    fc.assert(
      fc.property(anyPromised, anyEvidence, (attempt, seen) => {
        const verdict = judgeEvidence(attempt, seen);
        expect(['nothing', 'move', 'mismatch', 'cleared']).toContain(verdict.kind);
        if (verdict.kind === 'move')
          expect(attemptMachine.can(attempt.status, verdict.event, verdict.to)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('rule 9: never «captured» or «authorized» on another amount, currency or reference', () => {
    fc.assert(
      fc.property(anyPromised, anyEvidence, (attempt, seen) => {
        const verdict = judgeEvidence(attempt, seen);
        if (verdict.kind !== 'move' || (verdict.to !== 'captured' && verdict.to !== 'authorized')) return;
        expect(seen).toMatchObject({ amountMinor: 300, currency: 'NOK', reference: 'KV-1' });
        if (verdict.to === 'captured') expect(seen).toMatchObject({ capturedMinor: 300, refundedMinor: 0 });
        if (verdict.to === 'authorized')
          expect(seen).toMatchObject({ authorizedMinor: 300, capturedMinor: 0 });
      }),
      { numRuns: 3000 },
    );
  });

  it('rule 1: the same evidence told again means nothing', () => {
    fc.assert(
      fc.property(anyPromised, anyEvidence, (attempt, seen) => {
        const verdict = judgeEvidence(attempt, seen);
        if (verdict.kind === 'move')
          expect(judgeEvidence(recorded(attempt, seen, verdict), seen).kind).not.toBe('move');
        else if (verdict.kind === 'cleared')
          expect(judgeEvidence(recorded(attempt, seen, verdict), seen)).toEqual({ kind: 'nothing' });
        else expect(judgeEvidence(recorded(attempt, seen, verdict), seen)).toEqual(verdict);
      }),
      { numRuns: 3000 },
    );
  });

  it('rule 5: unknown decides nothing, and after a refund nothing brings the case back', () => {
    fc.assert(
      fc.property(anyEvidence, fc.constantFrom(...statuses), (seen, status) => {
        const noMoney = { ...seen, authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0 };
        expect(judgeEvidence({ ...promised, status }, { ...noMoney, state: 'unknown' })).toEqual({
          kind: 'nothing',
        });
        const refunded = { ...promised, status: 'refunded' as const, capturedMinor: 300, refundedMinor: 300 };
        expect(judgeEvidence(refunded, seen).kind).not.toBe('move');
      }),
    );
  });

  it('a closed attempt moves by late money only, and only when all of it is there to stay', () => {
    for (const status of ['failed', 'cancelled', 'expired', 'voided'] as const) {
      expect(judgeEvidence({ ...promised, status }, evidence)).toEqual({
        kind: 'move',
        event: 'late_money',
        to: 'captured',
      });
      for (const state of states) {
        const held = { ...evidence, state, capturedMinor: 0 };
        expect(judgeEvidence({ ...promised, status }, held)).toEqual({ kind: 'nothing' });
      }
    }
  });

  it('rule 9: money that was given back before we saw it never pays an order', () => {
    const back = { ...evidence, state: 'refunded' as const, refundedMinor: 300 };
    expect(judgeEvidence(promised, back)).toEqual({ kind: 'move', event: 'refused', to: 'failed' });
    expect(judgeEvidence({ ...promised, status: 'cancelled' }, back)).toEqual({ kind: 'nothing' });
    expect(judgeEvidence(promised, { ...back, refundedMinor: 100 })).toEqual({
      kind: 'mismatch',
      what: 'amount',
    });
  });

  it('a part that is taken is a case for the owner, of an attempt that is open and of one that is closed', () => {
    for (const status of ['pending', 'authorized', 'failed', 'cancelled', 'expired', 'voided'] as const)
      for (const authorizedMinor of [100, 300])
        expect(
          judgeEvidence({ ...promised, status }, { ...evidence, authorizedMinor, capturedMinor: 100 }),
        ).toEqual({ kind: 'mismatch', what: 'amount' });
  });

  it('less that is held likewise, but for a closed attempt, which holds nothing for anybody', () => {
    const less = { ...evidence, state: 'authorized', authorizedMinor: 299, capturedMinor: 0 } as const;
    for (const status of ['pending', 'authorized'] as const)
      expect(judgeEvidence({ ...promised, status }, less)).toEqual({ kind: 'mismatch', what: 'amount' });
    expect(judgeEvidence({ ...promised, status: 'failed' }, less)).toEqual({ kind: 'nothing' });
  });

  it('money that has gone back whole is over, whatever it was', () => {
    fc.assert(
      fc.property(anyPromised, anyEvidence, (attempt, seen) => {
        fc.pre(attempt.capturedMinor === 0 && seen.capturedMinor > 0);
        const verdict = judgeEvidence(attempt, { ...seen, refundedMinor: seen.capturedMinor });
        if (isActive(attempt.status))
          expect(verdict).toEqual({ kind: 'move', event: 'refused', to: 'failed' });
        else expect(verdict.kind).toBe(attempt.hasProblem ? 'cleared' : 'nothing');
      }),
    );
  });

  it('what did not match is let go of: the attempt ends, or what is left of it is no problem any more', () => {
    const gone = { ...evidence, state: 'cancelled', authorizedMinor: 0, capturedMinor: 0 } as const;
    const mismatched = { ...promised, hasProblem: true };
    expect(judgeEvidence(mismatched, gone)).toMatchObject({ to: 'cancelled' });
    expect(judgeEvidence({ ...mismatched, status: 'failed' }, gone)).toEqual({ kind: 'cleared' });
    // A visit that came to nothing says nothing of another one's money.
    for (const status of ['pending', 'failed'] as const)
      expect(judgeEvidence({ ...mismatched, status }, { ...gone, ofVisit: true })).toEqual({
        kind: 'nothing',
      });
  });

  it('a passing mistake passes, also of what is booked or held already', () => {
    const held = { ...evidence, state: 'authorized', capturedMinor: 0 } as const;
    const booked = { ...promised, status: 'captured', capturedMinor: 300, hasProblem: true } as const;
    expect(judgeEvidence({ ...promised, status: 'authorized', hasProblem: true }, held)).toEqual({
      kind: 'cleared',
    });
    expect(judgeEvidence(booked, evidence)).toEqual({ kind: 'cleared' });
    expect(judgeEvidence(booked, { ...evidence, amountMinor: 301 })).toMatchObject({ kind: 'mismatch' });
  });

  it('what an employee has settled is not told of again, and more than that is', () => {
    const settled = { ...promised, status: 'failed', settledMinor: 250 } as const;
    const taken = (capturedMinor: number) => ({ ...evidence, amountMinor: capturedMinor, capturedMinor });
    expect(judgeEvidence(settled, taken(250))).toEqual({ kind: 'nothing' });
    expect(judgeEvidence(settled, taken(251))).toEqual({ kind: 'mismatch', what: 'amount' });
    expect(judgeEvidence(settled, evidence)).toMatchObject({ event: 'late_money' });
    const held = { ...taken(250), state: 'authorized', capturedMinor: 0 } as const;
    expect(judgeEvidence(settled, { ...held, authorizedMinor: 250 })).toEqual({ kind: 'nothing' });
    expect(judgeEvidence(settled, held)).toEqual({ kind: 'mismatch', what: 'amount' });
  });

  it('every active attempt can end, and every open one may be told nothing', () => {
    for (const status of statuses.filter(isActive)) {
      const empty = { ...evidence, authorizedMinor: 0, capturedMinor: 0 };
      expect(judgeEvidence({ ...promised, status }, { ...empty, state: 'open' })).toEqual({
        kind: 'nothing',
      });
      expect(judgeEvidence({ ...promised, status }, { ...empty, state: 'failed' })).toMatchObject({
        to: 'failed',
      });
    }
  });
});
