import { describe, expect, it } from 'vitest';
import { defineMachine, type Machine } from '@/lib/core/state-machine.ts';
import { attemptMachine, isActive, moneyInStatuses } from '@/lib/payments/attempt-machine.ts';
import { submissionMachine } from './submission-machine.ts';

/** Every transition of a machine as `state --event--> state`. */
function drawn<S extends string, E extends string>(machine: Machine<S, E>): string[] {
  return machine
    .states()
    .flatMap((state) =>
      (Object.keys(machine.table[state]) as E[]).flatMap((event) =>
        machine.targets(state, event).map((to) => `${state} --${event}--> ${to}`),
      ),
    );
}

function reachable<S extends string, E extends string>(machine: Machine<S, E>): Set<S> {
  const reached = new Set<S>(machine.initial);
  for (const state of reached) {
    for (const event of Object.keys(machine.table[state]) as E[])
      for (const to of machine.targets(state, event)) reached.add(to);
  }
  return reached;
}

describe('the machines of correctness.md, drawn as data', () => {
  it.each([
    ['submission', submissionMachine as Machine<string, string>],
    ['attempt', attemptMachine as Machine<string, string>],
  ])('%s: every state is reachable, every non-final one has an exit', (_name, machine) => {
    expect([...reachable(machine)].sort()).toEqual(machine.states().sort());
    for (const state of machine.states()) {
      const exits = Object.keys(machine.table[state] ?? {}).filter(
        (event) => machine.targets(state, event).length > 0,
      );
      expect({ state, final: exits.length === 0 }).toEqual({ state, final: machine.isFinal(state) });
    }
  });

  it('submission: only the withdrawn case is final; completed may still be withdrawn, expired may still be paid', () => {
    expect(submissionMachine.states().filter(submissionMachine.isFinal)).toEqual(['withdrawn']);
  });

  it('submission: exactly the drawing', () => {
    expect(drawn(submissionMachine)).toMatchInlineSnapshot(`
      [
        "awaiting_payment --paid--> awaiting_signature",
        "awaiting_payment --paid--> completed",
        "awaiting_payment --reopened--> draft",
        "awaiting_payment --withdrawn--> withdrawn",
        "awaiting_payment --deadline--> expired",
        "awaiting_signature --signed--> awaiting_payment",
        "awaiting_signature --signed--> completed",
        "awaiting_signature --paid--> completed",
        "awaiting_signature --capture_failed--> awaiting_payment",
        "awaiting_signature --rejected--> draft",
        "awaiting_signature --withdrawn--> withdrawn",
        "awaiting_signature --deadline--> expired",
        "completed --withdrawn--> withdrawn",
        "draft --submitted--> awaiting_payment",
        "draft --submitted--> awaiting_signature",
        "draft --submitted--> completed",
        "draft --withdrawn--> withdrawn",
        "draft --deadline--> expired",
        "expired --late_money--> awaiting_signature",
        "expired --late_money--> completed",
        "issued --payable--> awaiting_payment",
        "issued --withdrawn--> withdrawn",
      ]
    `);
  });

  it('rule 5: a closed attempt takes one more event, late money, and no other; a refunded one takes none', () => {
    for (const closed of ['failed', 'cancelled', 'expired', 'voided'] as const) {
      expect(drawn(attemptMachine).filter((one) => one.startsWith(`${closed} `))).toEqual([
        `${closed} --late_money--> captured`,
      ]);
    }
    expect(attemptMachine.isFinal('refunded')).toBe(true);
  });

  it('rule 5: no attempt ever becomes active again', () => {
    for (const state of attemptMachine.states().filter((one) => !isActive(one)))
      for (const to of Object.values(attemptMachine.table[state]).flat()) expect(isActive(to)).toBe(false);
  });

  it('money that came in stays told: from captured only refunds lead on', () => {
    for (const state of moneyInStatuses)
      for (const to of Object.values(attemptMachine.table[state]).flat())
        expect(moneyInStatuses).toContain(to);
  });

  it('attempt: exactly the drawing', () => {
    expect(drawn(attemptMachine)).toMatchInlineSnapshot(`
      [
        "authorized --captured--> captured",
        "authorized --released--> voided",
        "authorized --refused--> failed",
        "authorized --expired--> expired",
        "cancelled --late_money--> captured",
        "captured --refunded--> partially_refunded",
        "captured --refunded--> refunded",
        "created --opened--> pending",
        "created --refused--> failed",
        "created --cancelled--> cancelled",
        "created --authorized--> authorized",
        "created --captured--> captured",
        "expired --late_money--> captured",
        "failed --late_money--> captured",
        "partially_refunded --refunded--> partially_refunded",
        "partially_refunded --refunded--> refunded",
        "pending --authorized--> authorized",
        "pending --captured--> captured",
        "pending --refused--> failed",
        "pending --cancelled--> cancelled",
        "pending --expired--> expired",
        "voided --late_money--> captured",
      ]
    `);
  });

  it('a drawing with a lost or an unknown state is refused when it is made', () => {
    expect(() => defineMachine<'a' | 'b', 'go'>('torn', ['a'], { a: {}, b: {} })).toThrow('unreachable [b]');
    expect(() => defineMachine<'a', 'go'>('torn', ['a'], { a: { go: ['c' as 'a'] } })).toThrow('unknown [c]');
  });
});
