import fc from 'fast-check';
import { variants } from '../../variants/registry.ts';
import { cards } from '../nets-books.ts';
import type { Fate } from './mortal-process.ts';

/** A case of a plan: when its money is to be taken, and whether its answers are erased after completion. */
export interface PlannedCase {
  variant: string;
  capture: 'now' | 'reserve';
  erases: boolean;
  /** Not sent in yet when it begins. */
  isDraft: boolean;
}

/** What a person, an employee, a worker or a provider does, in a process with a fate. */
export const deeds = [
  /** Whatever the case waits for: confirm, open the payment, pay, or sign. */
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
  | { do: 'race'; of: number; slow: ProcessDeed; at: number; meanwhile: ProcessDeed | 'pay'; which: number }
  | { do: Deed; of: number; fate: Fate; which: number }
  | { do: 'pay'; of: number; which: number; card: keyof typeof cards; threeDS: 'approve' | 'reject' }
  | { do: 'fault'; call: string; value: string; times: number }
  | { do: 'wait'; seconds: number }
  /** A process that stood still goes on. */
  | { do: 'resume'; which: number };

export interface Plan {
  cases: PlannedCase[];
  steps: Step[];
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

/** Deeds that bring a case on come more often than those that end it, or most cases would end at once. */
const weighted = (weight: number, of: fc.Arbitrary<number>, ...some: Deed[]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...some), of, fate, which }),
});

function stepOf(count: number): fc.Arbitrary<Step> {
  const of = fc.nat({ max: count - 1 });
  return fc.oneof(
    weighted(24, of, 'go'),
    weighted(5, of, 'open', 'confirm', 'return'),
    weighted(7, of, 'webhook'),
    weighted(5, of, 'timer', 'work'),
    weighted(2, of, 'sign'),
    weighted(2, of, 'reject', 'reopen', 'withdraw'),
    weighted(4, of, 'refund'),
    ...others(of),
  );
}

/** What is not a deed of ours, and deeds that race each other. */
function others(of: fc.Arbitrary<number>): fc.WeightedArbitrary<Step>[] {
  return [
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('pay' as const),
        of,
        which,
        card: fc.constantFrom(
          'good' as const,
          'good' as const,
          ...(Object.keys(cards) as (keyof typeof cards)[]),
        ),
        threeDS: fc.constantFrom('approve' as const, 'reject' as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('fault' as const),
        call: fc.constantFrom('create', 'get', 'charge', 'cancel', 'refund', 'terminate', 'api'),
        value: fc.constantFrom('lost-after-commit', 'lost-before-commit', 'dead', '500'),
        times: fc.integer({ min: 1, max: 3 }),
      }),
    },
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
        at: fc.nat({ max: 5 }),
        meanwhile: fc.constantFrom('pay' as const, 'pay' as const, 'pay' as const, ...ourDeeds),
        which,
      }),
    },
  ];
}

/** One case of every variant, side by side, and what happens to them in some order. */
export const plans: fc.Arbitrary<Plan> = fc
  .tuple(
    ...variants.all().map(({ id }) =>
      fc.record({
        variant: fc.constant(id),
        capture: fc.constantFrom('now' as const, 'reserve' as const),
        erases: fc.boolean(),
        isDraft: fc.nat({ max: 4 }).map((one) => one === 0),
      }),
    ),
  )
  .chain((cases) =>
    fc.record({
      cases: fc.constant(cases),
      steps: fc.array(stepOf(cases.length), { minLength: 20, maxLength: 80, size: 'max' }),
    }),
  );
