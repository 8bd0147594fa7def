import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { App } from '../../app.ts';
import { deliverCase } from '../../delivering/deliver-case.ts';
import { sendNotification } from '../../delivering/send-notification.ts';
import { confirmSubmission } from '../../filling/confirm-submission.ts';
import { reopenSubmission } from '../../filling/reopen-submission.ts';
import { performOperation } from '../../paying/perform-operation.ts';
import type { Received } from '../../paying/receive-message.ts';
import { returnFromPayment } from '../../paying/return-from-payment.ts';
import { startPayment } from '../../paying/start-payment.ts';
import { deliverCreditNote } from '../../refunding/deliver-credit-note.ts';
import { refundPayment } from '../../refunding/refund-payment.ts';
import { rejectSignature } from '../../signing/reject-signature.ts';
import { reconcile } from '../../upkeep/reconcile.ts';
import { withdrawSubmission } from '../../withdrawing/withdraw-submission.ts';
import { newJourney } from '../journey.ts';
import { cards } from '../nets-books.ts';
import { runJobs } from '../run-jobs.ts';
import type { World } from '../world.ts';
import { type Fate, type MortalProcess, mortalProcess } from './mortal-process.ts';
import type { Plan, PlannedCase, ProcessDeed, Step } from './plan.ts';
import type { WebhookDoor } from './webhook-door.ts';

/** Ids of the cases of a plan, and the payment pages that a payer has been shown. */
export interface Played {
  ids: string[];
  shown: Set<string>;
  /** Messages that the provider has sent, whatever became of them. */
  webhooks: number;
  /** Deeds whose process did not come to its end. */
  stops: number;
}

interface Stage {
  world: World;
  door: WebhookDoor;
  kari: Actor;
  finance: StaffActor;
  played: Played;
  /** Processes that stand still. */
  still: MortalProcess[];
}

const day = 86_400;

/** Plays a plan and then lets everything come to rest: what stands still goes on, faults end, deadlines pass. */
export async function play(world: World, door: WebhookDoor, plan: Plan): Promise<Played> {
  const kari = await world.person();
  const owner = await world.app.db.owner.findFirstOrThrow();
  const played: Played = { ids: [], shown: new Set(), webhooks: 0, stops: 0 };
  const stage: Stage = {
    world,
    door,
    kari,
    played,
    still: [],
    finance: { staffId: world.app.ids.uuid(), name: 'Finn Prøvesen', ownerId: owner.id, roles: ['finance'] },
  };
  for (const each of plan.cases) played.ids.push(await begin(stage, each));
  await silence(world);
  for (const step of plan.steps) await act(stage, step);
  await rest(stage);
  door.assertSound();
  return played;
}

/** No webhook comes by itself: the plan says which come, when, in which order and how often. */
async function silence(world: World): Promise<void> {
  await world.nets.clearFaults();
  await world.nets.fault('webhook', 'never');
}

function begin({ world, kari }: Stage, { variant, capture, erases, isDraft }: PlannedCase): Promise<string> {
  const journey = newJourney(world, kari);
  if (variant === 'prefilled') return journey.issued('2026-04-01');
  const change = {
    payment: { agreement: 'nets', capture },
    ...(erases && { retention: { submissionDays: 60 } }),
  };
  return isDraft ? journey.draft(variant, { change }) : journey.confirmed(variant, { change });
}

async function act(stage: Stage, step: Step): Promise<void> {
  const { world, played, still } = stage;
  switch (step.do) {
    case 'wait':
      return world.clock.forward(step.seconds);
    case 'fault':
      return world.nets.fault(step.call, step.value, { times: step.times });
    case 'resume':
      return still.splice(step.which % Math.max(1, still.length), 1)[0]?.resume();
    case 'pay':
      return pay(stage, step.of, step.which, { card: cards[step.card], threeDS: step.threeDS });
    case 'race':
      return race(stage, step);
    case 'webhook': {
      const attempts = await attemptsOf(world.app, caseOf(stage, step.of));
      const known = attempts.filter(({ providerPaymentId }) => providerPaymentId !== null);
      const attempt = known[step.which % Math.max(1, known.length)];
      if (!attempt?.providerPaymentId) return;
      stage.door.behind((use) => answer(stage, step.fate, use));
      played.webhooks += await world.nets.replay(attempt.providerPaymentId, step.which);
      stage.door.assertSound();
      return;
    }
    default: {
      const use = deeds[step.do];
      await inProcess(stage, step.fate, (app) => use(app, stage, caseOf(stage, step.of), step.which));
    }
  }
}

async function pay(
  stage: Stage,
  of: number,
  which: number,
  how?: { card: string; threeDS: 'approve' | 'reject' },
): Promise<void> {
  const pages = await pagesOf(stage, caseOf(stage, of));
  const page = pages[which % Math.max(1, pages.length)];
  if (page) await stage.world.nets.pay(page, how);
}

async function race(
  stage: Stage,
  { of, slow, at, meanwhile, which }: Extract<Step, { do: 'race' }>,
): Promise<void> {
  const id = caseOf(stage, of);
  const process = mortalProcess(stage.world.app, { kind: 'stalls', at });
  const ended = await process.run((app) => deeds[slow](app, stage, id, which));
  if (meanwhile === 'pay') await pay(stage, of, which);
  else await inProcess(stage, { kind: 'lives' }, (app) => deeds[meanwhile](app, stage, id, which));
  if (ended === 'stopped') stage.played.stops += 1;
  await process.resume();
}

async function answer(
  stage: Stage,
  fate: Fate,
  use: (app: App) => Promise<Received>,
): Promise<Received | 'stopped'> {
  let received: Received | 'stopped' = 'stopped';
  await inProcess(stage, fate, async (app) => {
    received = await use(app);
  });
  return received;
}

async function inProcess(stage: Stage, fate: Fate, use: (app: App) => Promise<unknown>): Promise<void> {
  const process = mortalProcess(stage.world.app, fate);
  if ((await process.run(use)) === 'done') return;
  stage.played.stops += 1;
  if (fate.kind === 'stalls') stage.still.push(process);
}

type Does = (app: App, stage: Stage, id: string, which: number) => Promise<unknown>;

const deeds: Record<ProcessDeed, Does> = {
  go: async (app, stage, id, which) => {
    const { status } = await app.db.submission.findUniqueOrThrow({ where: { id } });
    if (status === 'draft') return deeds.confirm(app, stage, id, which);
    if (status === 'awaiting_signature') return deeds.sign(app, stage, id, which);
    if (status !== 'awaiting_payment') return;
    const page = (await pagesOf(stage, id)).at(-1);
    const latest = (await attemptsOf(app, id)).at(-1);
    const isOpen = page !== undefined && latest?.providerPaymentId === page && latest.status === 'pending';
    if (!isOpen) return deeds.open(app, stage, id, which);
    await stage.world.nets.pay(page);
  },
  confirm: (app, { kari }, id) => notForPrefilled(confirmSubmission(app, kari, id, undefined)),
  open: async (app, { kari, played }, id) => {
    const started = await startPayment(app, kari, id);
    if (started.kind !== 'open') return;
    const { providerPaymentId } = await app.db.paymentAttempt.findFirstOrThrow({
      where: { redirectUrl: started.handOver.url },
    });
    played.shown.add(providerPaymentId ?? '');
  },
  return: async (app, _stage, id, which) => {
    const attempts = await attemptsOf(app, id);
    return returnFromPayment(app, attempts[which % Math.max(1, attempts.length)]?.id ?? '');
  },
  timer: (app) => reconcile(app),
  work: async (app, _stage, id) => {
    const attempts = await attemptsOf(app, id);
    for (const { operations } of attempts)
      for (const operation of operations) await performOperation(app, operation.id);
    await deliverCase(app, id);
    for (const note of await app.db.receipt.findMany({ where: { submissionId: id, series: 'credit_note' } }))
      await deliverCreditNote(app, id, note.credits);
    for (const { notificationId } of await unsent(app, id))
      await sendNotification(app, notificationId).catch(onlyClaimed);
  },
  sign: async (app, { world, kari }, id) => {
    const { status } = await app.db.submission.findUniqueOrThrow({ where: { id } });
    if (status === 'awaiting_signature') await newJourney({ ...world, app }, kari).sign(id);
  },
  reject: (app, { kari }, id) => notForPrefilled(rejectSignature(app, kari, id)),
  reopen: (app, { kari }, id) => notForPrefilled(reopenSubmission(app, kari, id)),
  withdraw: (app, { kari }, id) => notForPrefilled(withdrawSubmission(app, kari, id)),
  refund: async (app, { finance }, id, which) => {
    const attempts = await attemptsOf(app, id);
    const attempt = attempts[which % Math.max(1, attempts.length)];
    if (!attempt) return;
    const part =
      which % 3 === 0 ? ({ kind: 'all' } as const) : ({ kind: 'amount', amountMinor: 3333 } as const);
    await refundPayment(app, finance, { attemptId: attempt.id, reason: 'Feil gebyr', part });
  },
};

/** Nobody filled in a prefilled payment: whoever tries these finds no such case. */
async function notForPrefilled(deed: Promise<unknown>): Promise<void> {
  await deed.catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'not_found')) throw error;
  });
}

function onlyClaimed(error: unknown): void {
  if (!String(error).includes('is being sent by another worker')) throw error;
}

function unsent(app: App, submissionId: string): Promise<{ notificationId: string }[]> {
  return app.db.$queryRaw`
    select n.id as "notificationId" from notification n join message m on m.id = n.message_id
    where m.submission_id = ${submissionId}::uuid and n.status <> 'sent' order by n.created_at, n.id`;
}

const caseOf = ({ played }: Stage, of: number) => played.ids[of] ?? '';

function attemptsOf(app: App, submissionId: string) {
  return app.db.paymentAttempt.findMany({
    where: { order: { submissionId } },
    include: { operations: { where: { kind: { not: 'create' }, finishedAt: null } } },
    orderBy: [{ createdAt: 'asc' }, { reference: 'asc' }],
  });
}

async function pagesOf({ world, played }: Stage, submissionId: string): Promise<string[]> {
  const attempts = await attemptsOf(world.app, submissionId);
  return attempts.flatMap(({ providerPaymentId: page }) => (page && played.shown.has(page) ? [page] : []));
}

/** What comes after another until every case has ended: checks and retries, then deadlines and what follows from them. */
const restSeconds = [61, 3600, 16 * day];
/** More than the longest chain of deadlines: paid late, signed late, back to a draft, warned of, gone. */
const mostRounds = 24;

async function rest({ world, still, played }: Stage): Promise<void> {
  for (const process of still) await process.resume();
  await silence(world);
  await world.work();
  for (let round = 0; round < mostRounds && !(await hasEnded(world.app, played.ids)); round++) {
    world.clock.forward(restSeconds[round % restSeconds.length] ?? day);
    await world.work();
  }
  await runJobs(world.app, world.databaseUrl);
  // Retention: the warning, then the end of what is kept.
  for (const seconds of [61 * day, 31 * day, day]) {
    world.clock.forward(seconds);
    await world.work();
  }
  await runJobs(world.app, world.databaseUrl);
}

async function hasEnded(app: App, ids: string[]): Promise<boolean> {
  // A prefilled payment has no deadline: its page may stay open for ever.
  const active = await app.db.paymentAttempt.count({
    where: {
      OR: [
        { status: { in: ['created', 'authorized'] } },
        { status: 'pending', order: { submission: { status: { not: 'awaiting_payment' } } } },
      ],
    },
  });
  const open = await app.db.paymentOperation.count({ where: { finishedAt: null } });
  const waiting = await app.db.submission.count({
    where: { id: { in: ids }, deadlineAt: { not: null }, status: { not: 'completed' } },
  });
  return active + open + waiting === 0;
}
