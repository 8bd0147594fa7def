import type { App } from '../../app.ts';
import type { Received } from '../../paying/receive-message.ts';
import { employee } from '../employees.ts';
import { newJourney } from '../journey.ts';
import { ofProvider, openSandboxes } from '../provider-sandbox.ts';
import type { World } from '../world.ts';
import { deeds } from './deeds.ts';
import { type Fate, mortalProcess } from './mortal-process.ts';
import type { Network } from './network.ts';
import { overOrWaiting } from './over-or-waiting.ts';
import type { Plan, PlannedCase, Step } from './plan.ts';
import { rest, silence } from './rest.ts';
import { attemptsOf, oneOf, type Played, type PlayedCase, pagesOf, type Stage } from './stage.ts';
import { actOf, revive, visit } from './visit.ts';
import type { WebhookDoor } from './webhook-door.ts';

/** Where a plan is played. */
export interface Theatre {
  world: World;
  door: WebhookDoor;
  network: Network;
}

/** Plays a plan and then lets everything come to rest: what stands still goes on, faults end, deadlines pass. */
export async function play(theatre: Theatre, plan: Plan): Promise<Played> {
  const { world, door } = theatre;
  const sandboxes = openSandboxes(world.sandboxUrl);
  const played: Played = {
    cases: [],
    shown: new Map(),
    alive: new Set(),
    revivable: new Map(),
    webhooks: 0,
    stops: 0,
    faults: [],
  };
  const stage: Stage = {
    ...theatre,
    kari: await world.person(),
    finance: await employee(world, ['finance']),
    played,
    still: [],
    backs: [],
  };
  for (const planned of plan.cases) {
    const sandbox = ofProvider(sandboxes, planned.provider);
    played.cases.push({ id: await begin(stage, planned), planned, sandbox });
  }
  await silence(stage);
  for (const step of plan.steps) await act(stage, step);
  await rest(stage, plan);
  door.assertSound();
  return played;
}

function begin(
  { world, kari }: Stage,
  { variant, provider, capture, erases, isDraft }: PlannedCase,
): Promise<string> {
  const journey = newJourney(world, kari);
  const change = {
    payment: { agreement: provider, capture },
    ...(erases && { retention: { submissionDays: 60 } }),
  };
  if (variant === 'prefilled') return journey.issued('2026-04-01', kari, change);
  return isDraft ? journey.draft(variant, { change }) : journey.confirmed(variant, { change });
}

async function act(stage: Stage, step: Step): Promise<void> {
  const { world, network, still } = stage;
  switch (step.do) {
    case 'wait':
      // No call is under way for longer than Kvitt waits before it looks after it.
      if (step.seconds > 31) await network.arrive();
      return world.clock.forward(step.seconds);
    case 'hold':
      return network.hold(step.times);
    case 'resume':
      return still.splice(step.which % Math.max(1, still.length), 1)[0]?.resume();
    case 'fault':
      return askForFault(stage, step);
    case 'revive':
    case 'settle': {
      const { id, sandbox } = caseOf(stage, step.of);
      for (const reference of await referencesOf(stage, id))
        await (step.do === 'revive' ? revive(stage.played, sandbox, reference) : sandbox.settle?.(reference));
      return;
    }
    case 'pay':
      return pay(stage, step);
    case 'race':
      return race(stage, step);
    case 'webhook':
      return tell(stage, step);
    default:
      await inProcess(stage, step.fate, (app) =>
        deeds[step.do](app, stage, caseOf(stage, step.of), step.which),
      );
  }
}

async function askForFault(
  stage: Stage,
  { of, which, times }: Extract<Step, { do: 'fault' }>,
): Promise<void> {
  const { sandbox } = caseOf(stage, of);
  const { id, troubles } = sandbox.driver;
  const fault = oneOf(troubles, which);
  if (!fault) return;
  stage.played.faults.push(`${id}/${fault.name}/${fault.value}`);
  await sandbox.fault(fault.name, fault.value, times);
}

async function pay(stage: Stage, step: Extract<Step, { do: 'pay' }>): Promise<void> {
  const of = caseOf(stage, step.of);
  const page = oneOf(await pagesOf(stage, of.id), step.which);
  if (page) await visit(stage, of, page, actOf(of.sandbox.driver, step.act), step);
}

async function tell(stage: Stage, step: Extract<Step, { do: 'webhook' }>): Promise<void> {
  const { played, door } = stage;
  const { id, sandbox } = caseOf(stage, step.of);
  const reference = oneOf(await referencesOf(stage, id), step.which);
  if (reference === undefined) return;
  door.behind((use) => answer(stage, step.fate, use), { forged: step.forged });
  played.webhooks += await sandbox.replay(reference, step.which);
  door.assertSound();
}

async function race(
  stage: Stage,
  { of, slow, how, at, meanwhile, which }: Extract<Step, { do: 'race' }>,
): Promise<void> {
  const one = caseOf(stage, of);
  const { world } = stage;
  const process = mortalProcess(world.app, { kind: how, at });
  const ended = await process.run((app) => deeds[slow](app, stage, one, which));
  if (ended === 'stopped') stage.played.stops += 1;
  const other =
    meanwhile === 'pay'
      ? payLatest(stage, one, which)
      : inProcess(stage, { kind: 'lives' }, (app) => deeds[meanwhile](app, stage, one, which));
  await (how === 'holds' && ended === 'stopped' ? overOrWaiting(world.app.db, other) : other);
  await process.resume();
  await other;
}

async function payLatest(stage: Stage, one: PlayedCase, which: number): Promise<void> {
  const page = oneOf(await pagesOf(stage, one.id), which);
  if (page) await visit(stage, one, page, 'pay');
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

function caseOf({ played }: Stage, of: number): PlayedCase {
  const one = played.cases[of];
  if (!one) throw new Error(`The plan has no case ${of}`);
  return one;
}

async function referencesOf({ world }: Stage, submissionId: string): Promise<string[]> {
  return (await attemptsOf(world.app, submissionId)).map(({ reference }) => reference);
}
