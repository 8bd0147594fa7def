import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { handOverOf } from '@/lib/payments/hand-over.ts';
import type { HandOver, IncomingMessage, ReturnQuery } from '@/lib/payments/provider.ts';
import type { App } from '../../app.ts';
import type { Page } from '../provider-driver.ts';
import type { Sandbox } from '../provider-sandbox.ts';
import type { World } from '../world.ts';
import type { MortalProcess } from './mortal-process.ts';
import type { Network } from './network.ts';
import type { PlannedCase } from './plan.ts';
import type { WebhookDoor } from './webhook-door.ts';

/** A case that is being played, and the provider that takes its money. */
export interface PlayedCase {
  id: string;
  planned: PlannedCase;
  sandbox: Sandbox;
}

/** What a plan came to. */
export interface Played {
  cases: PlayedCase[];
  /** Payment pages that a payer has been shown, by attempt. */
  shown: Map<string, Page>;
  /** References of payments that may be paid after they came to nothing, or were pending. */
  alive: Set<string>;
  /** The pages of those that wait to be paid after all, by reference. */
  revivable: Map<string, Page>;
  /** Messages that the providers have sent, whatever became of them. */
  webhooks: number;
  /** Deeds whose process did not come to its end. */
  stops: number;
  /** Faults that were asked for, as `provider/name/value`. */
  faults: string[];
}

export interface Stage {
  world: World;
  door: WebhookDoor;
  network: Network;
  kari: Actor;
  finance: StaffActor;
  played: Played;
  /** Processes that stand still. */
  still: MortalProcess[];
  /** What browsers are to bring back, and have not yet. */
  backs: { attemptId: string; message?: IncomingMessage; query?: ReturnQuery }[];
}

export function attemptsOf(app: App, submissionId: string) {
  return app.db.paymentAttempt.findMany({
    where: { order: { submissionId } },
    include: { operations: { where: { kind: { not: 'create' }, finishedAt: null } } },
    orderBy: [{ createdAt: 'asc' }, { reference: 'asc' }],
  });
}

/** Pages that the payer of a case has been shown, oldest first. */
export async function pagesOf({ world, played }: Stage, submissionId: string): Promise<Page[]> {
  const attempts = await attemptsOf(world.app, submissionId);
  return attempts.flatMap(({ id }) => played.shown.get(id) ?? []);
}

/** Remembers a page that the payer has been shown. */
export async function show(
  app: App,
  { shown }: Pick<Played, 'shown'>,
  submissionId: string,
  handOver: HandOver,
): Promise<void> {
  const attempts = await attemptsOf(app, submissionId);
  const attempt = attempts.findLast((one) => isSame(handOverOf(one), handOver));
  if (!attempt) throw new Error('A payer is sent to a page that is not in the books');
  shown.set(attempt.id, attempt);
}

function isSame(one: HandOver | undefined, other: HandOver): boolean {
  if (one?.kind === 'form' && other.kind === 'form') return isDeepStrictEqual(one, other);
  return one?.kind === other.kind && one.url === other.url;
}

/** One of several, whichever is meant; undefined when there is none. */
export function oneOf<T>(some: readonly T[], which: number): T | undefined {
  return some[which % Math.max(1, some.length)];
}
