import fc from 'fast-check';
import { variants } from '../../variants/registry.ts';
import { drivers } from '../drivers/registry.ts';
import type { Fate } from './mortal-process.ts';

/** A journey of a plan: who takes its money and when, and whether its answers are erased after completion. */
export interface PlannedCase {
  variant: string;
  provider: string;
  capture: 'now' | 'reserve';
  erases: boolean;
  /** Not sent in yet when it begins. */
  isDraft: boolean;
}

/** What a person, an employee, a worker or a provider does, in a process with a fate. */
export const deeds = [
  /** Whatever the case waits for: confirm, open the payment, pay, come back, or sign. */
  'go',
  'confirm',
  'open',
  'return',
  'webhook',
  'timer',
  'work',
  'sign',
  'reject',
  'reopen',
  'withdraw',
  'refund',
] as const;
export type Deed = (typeof deeds)[number];
/** Deeds that we do; a webhook is the provider's. */
export type ProcessDeed = Exclude<Deed, 'webhook'>;
const ourDeeds = deeds.filter((deed) => deed !== 'webhook');

export type Step =
  /** A deed that stands still in the middle, while something else happens to the same case, and then goes on. */
  | {
      do: 'race';
      of: number;
      slow: ProcessDeed;
      /** `holds`: with its locks, so that the other may have to wait for it. */
      how: 'stalls' | 'holds';
      at: number;
      meanwhile: ProcessDeed | 'pay';
      which: number;
    }
  | { do: ProcessDeed; of: number; fate: Fate; which: number }
  | { do: 'webhook'; of: number; fate: Fate; which: number; forged: boolean }
  | {
      do: 'pay';
      of: number;
      which: number;
      /** One of the acts of the case's provider. */
      act: number | 'pay';
      /** Its messages come before the payer is sent back. */
      tellsAtOnce: boolean;
      comesAlive: boolean;
    }
  /** One of the faults that the case's provider can have, for its next calls. */
  | { do: 'fault'; of: number; which: number; times: number }
  /** The next calls are held on the wire, until time passes. */
  | { do: 'hold'; times: number }
  /** What came to nothing is paid after all; what is under way at the provider ends. */
  | { do: 'revive' | 'settle'; of: number }
  | { do: 'wait'; seconds: number }
  /** A process that stood still goes on. */
  | { do: 'resume'; which: number };

export interface Plan {
  cases: PlannedCase[];
  steps: Step[];
  /** Messages that have not come by then never come; else the provider tells until it is heard. */
  losesMessages: boolean;
}

const day = 86_400;

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>({ kind: 'lives' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('dies' as const, 'stalls' as const),
      at: fc.nat({ max: 7 }),
    }),
  },
);
const which = fc.nat({ max: 9 });
const seldom = fc.nat({ max: 5 }).map((one) => one === 5);

/** Deeds that bring a case on come more often than those that end it, or most cases would end at once. */
const weighted = (weight: number, of: fc.Arbitrary<number>, ...some: ProcessDeed[]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...some), of, fate, which }),
});

function stepOf(count: number): fc.Arbitrary<Step> {
  const of = fc.nat({ max: count - 1 });
  return fc.oneof(
    weighted(24, of, 'go'),
    weighted(5, of, 'open', 'confirm', 'return'),
    weighted(5, of, 'timer', 'work'),
    weighted(2, of, 'sign'),
    weighted(2, of, 'reject', 'reopen', 'withdraw'),
    weighted(6, of, 'refund'),
    ...doneByProviders(of),
    ...doneByNobody(of),
  );
}

/** What payers do at their provider, what it tells, and what goes wrong there. */
function doneByProviders(of: fc.Arbitrary<number>): fc.WeightedArbitrary<Step>[] {
  return [
    {
      weight: 7,
      arbitrary: fc.record({ do: fc.constant('webhook' as const), of, fate, which, forged: seldom }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('pay' as const),
        of,
        which,
        act: fc.oneof(
          { weight: 1, arbitrary: fc.constant('pay' as const) },
          { weight: 3, arbitrary: fc.nat({ max: 99 }) },
        ),
        tellsAtOnce: seldom,
        comesAlive: seldom,
      }),
    },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constant('fault' as const),
        of,
        which: fc.nat({ max: 999 }),
        times: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('hold' as const), times: fc.integer({ min: 1, max: 2 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('revive' as const, 'settle' as const), of }) },
  ];
}

/** Time, and deeds that race each other. */
function doneByNobody(of: fc.Arbitrary<number>): fc.WeightedArbitrary<Step>[] {
  return [
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        seconds: fc.constantFrom(31, 31, 61, 61, 3600, 3600, day, 15 * day),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('resume' as const), which }) },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('race' as const),
        of,
        slow: fc.constantFrom(...ourDeeds),
        how: fc.constantFrom('stalls' as const, 'stalls' as const, 'holds' as const),
        at: fc.nat({ max: 5 }),
        meanwhile: fc.constantFrom('pay' as const, 'pay' as const, 'pay' as const, ...ourDeeds),
        which,
      }),
    },
  ];
}

const caseOf = (variant: string): fc.Arbitrary<PlannedCase> =>
  fc.record({
    variant: fc.constant(variant),
    provider: fc.constantFrom(...drivers.ids()),
    capture: fc.constantFrom('now' as const, 'reserve' as const),
    erases: fc.boolean(),
    isDraft: fc.nat({ max: 4 }).map((one) => one === 4),
  });

const planned = variants.all().map(({ id }) => caseOf(id));

/** So many journeys are played side by side: one of every variant. */
export const journeysPerPlan = planned.length;

/** One journey of every variant, side by side, each with a provider of its own, and what happens to them in some order. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  cases: fc.tuple(...planned),
  steps: fc.array(stepOf(planned.length), { minLength: 1, maxLength: 100, size: 'max' }),
  losesMessages: fc.boolean(),
});
