import { readFacts } from '../model/facts.ts';
import { brokenRulesOf } from '../model/invariants.ts';
import { isInQueue } from '../model/money-rules.ts';
import type { PlayedCase } from '../model/stage.ts';
import { isOpen } from '../provider-driver.ts';
import type { World } from '../world.ts';

/** What has happened of a case, counted: payments of the sum at its provider, and what the citizen has got. */
export interface Effects {
  /** Payments that the payer has made. */
  paid: number;
  /** The sum, so many times. */
  taken: number;
  givenBack: number;
  letGo: number;
  receipts: number;
  archiveCopies: number;
  receiptMessages: number;
  receiptMails: number;
  creditNotes: number;
  refundMessages: number;
}

const nothing: Effects = {
  paid: 0,
  taken: 0,
  givenBack: 0,
  letGo: 0,
  receipts: 0,
  archiveCopies: 0,
  receiptMessages: 0,
  receiptMails: 0,
  creditNotes: 0,
  refundMessages: 0,
};
const delivered = { receipts: 1, archiveCopies: 1, receiptMessages: 1, receiptMails: 1 };

/** What is to have happened, by how the case ended. */
export const ends = {
  completed: { status: 'completed', effects: { ...nothing, ...delivered, paid: 1, taken: 1 } },
  refunded: {
    status: 'completed',
    effects: { ...nothing, ...delivered, paid: 1, taken: 1, givenBack: 1, creditNotes: 1, refundMessages: 1 },
  },
  letGo: { status: 'withdrawn', effects: { ...nothing, paid: 1, letGo: 1 } },
  givenBack: {
    status: 'withdrawn',
    effects: { ...nothing, paid: 1, taken: 1, givenBack: 1, refundMessages: 1 },
  },
  reopened: { status: 'draft', effects: nothing },
} as const satisfies Record<string, { status: string; effects: Effects }>;
export type End = keyof typeof ends;

export interface Judged {
  status: string;
  lost: string[];
  /** Not done, as the owner's list tells: nobody but a person can find out what became of it. */
  waits: string[];
  doubled: string[];
  /** Rules of the model that do not hold, and payment pages that are open though they should not be. */
  broken: string[];
}

/** Holds a case against what is to have happened, and against all rules of the model, with the provider's own books. */
export async function judge(world: World, played: PlayedCase, end: End): Promise<Judged> {
  const facts = await readFacts(world, new Map(), played);
  const { delivered: got, booked, attempts, submission } = facts;
  const sum = Number(attempts[0]?.attempt.amountMinor ?? 1n);
  const times = (of: (one: (typeof booked)[number]) => number) =>
    booked.reduce((all, one) => all + of(one), 0) / sum;
  const found: Effects = {
    paid: times(({ reserved, charged }) => Math.max(reserved, charged)),
    taken: times(({ charged }) => charged),
    givenBack: times(({ refunded }) => refunded),
    letGo: times(({ cancelled }) => cancelled),
    receipts: facts.receipts.length,
    archiveCopies: await world.app.db.archiveRecord.count({ where: { submissionId: played.id } }),
    receiptMessages: got.messages,
    receiptMails: got.mails,
    creditNotes: facts.notes.length,
    refundMessages: got.refunds,
  };
  const expected = ends[end].effects;
  const names = Object.keys(expected) as (keyof Effects)[];
  const missing = names.filter((name) => found[name] < expected[name]);
  const queued = isInQueue(facts);
  return {
    status: submission.status,
    lost: queued ? [] : missing,
    waits: queued ? missing : [],
    doubled: names.filter((name) => found[name] > expected[name]),
    broken: [
      // A draft has not come to an end, and is not meant to.
      ...brokenRulesOf(facts).filter((rule) => end !== 'reopened' || !rule.includes('came to an end')),
      ...(end === 'reopened' && played.sandbox.driver.closesPages && booked.some(isOpen)
        ? ['a page is still open']
        : []),
    ],
  };
}
