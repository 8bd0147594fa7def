import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { Capabilities, ProviderDefinition } from '@/lib/payments/provider.ts';
import type { definitionFor } from '../../../testing/definition-for.ts';
import { drivers } from '../../../testing/drivers/registry.ts';
import { employee } from '../../../testing/employees.ts';
import { type Journey, newJourney } from '../../../testing/journey.ts';
import { openWebhookDoor, type WebhookDoor } from '../../../testing/model/webhook-door.ts';
import type { Act, ProviderDriver, Visit } from '../../../testing/provider-driver.ts';
import { capabilitiesOf, openSandbox, type Sandbox } from '../../../testing/provider-sandbox.ts';
import { createWorld, type World, type WorldOptions } from '../../../testing/world.ts';
import { registerForMessages } from '../../../upkeep/register-for-messages.ts';
import { type Performed, performOperation } from '../../perform-operation.ts';
import { returnFromPayment } from '../../return-from-payment.ts';
import { startPayment } from '../../start-payment.ts';

/** A provider, what it promises, and the hand that plays its payers. */
export interface Subject {
  definition: ProviderDefinition;
  driver: ProviderDriver;
  can: Capabilities;
}

/** What a case is to be like. */
export interface Wanted {
  variant?: string;
  capture?: 'now' | 'reserve';
  /** Minor units; what the driver says of an act goes before it. */
  amountMinor?: number;
  /** The provider's names of the methods that the service allows. */
  methods?: string[];
  signingDays?: number;
  currency?: 'NOK' | 'SEK';
  /** The provider's own where absent. */
  agreement?: string;
}

/** A case with its latest open payment. */
export interface Opened {
  id: string;
  attempt: PaymentAttempt;
  amountMinor: number;
}

/** Everything that a case of the contract is played with; filled in before the first. */
export interface Stage extends Subject {
  world: World;
  journey: Journey;
  kari: Actor;
  finance: StaffActor;
  provider: Sandbox;
  door: WebhookDoor;
  /** The cases of the test that runs. */
  ids: string[];
}

export const usualMinor = 30_000;
export const day = 86_400;

export function subjectOf(definition: ProviderDefinition): Subject {
  return { definition, driver: drivers.get(definition.id), can: capabilitiesOf(definition.id) };
}

/** A world of its own for one provider: its sandbox, a database, and a door that its messages come to over HTTP. */
export async function openStage(subject: Subject, options: Pick<WorldOptions, 'fetch'> = {}): Promise<Stage> {
  const door = await openWebhookDoor();
  const world = await createWorld({ ...options, portalUrl: door.url });
  door.behind((use) => use(world.app));
  const kari = await world.person();
  const finance = await employee(world, ['finance']);
  await registerForMessages(world.app);
  return withProvider({ world, journey: newJourney(world, kari), kari, finance, door, ids: [] }, subject);
}

/** The same world with another provider. */
export async function withProvider(
  { world, journey, kari, finance, door, ids }: Omit<Stage, keyof Subject | 'provider'>,
  subject: Subject,
): Promise<Stage> {
  const provider = openSandbox(subject.definition.id, world.sandboxUrl);
  await provider.calm();
  return { ...subject, world, journey, kari, finance, door, ids, provider };
}

/** A case that is sent in and waits for its payment, or for a signature before it. */
export async function confirmed(stage: Stage, wanted: Wanted = {}): Promise<string> {
  const {
    variant = 'submit_and_pay',
    capture = 'now',
    amountMinor = usualMinor,
    methods,
    signingDays,
    currency = 'NOK',
    agreement = stage.definition.id,
  } = wanted;
  const change: NonNullable<Parameters<typeof definitionFor>[2]> = {
    payment: { agreement, capture, ...(methods && { methods }) },
    pricing: {
      currency,
      includesVat: true,
      dateBasis: variant === 'pay_after_sign' ? 'signed' : 'submitted',
      rules: [{ id: 'fee', type: 'fixed', text: 'fee', vat: 'outside', amountMinor }],
    },
    ...(signingDays !== undefined && { deadlines: { draftDays: 30, paymentDays: 14, signingDays } }),
  };
  const id = await stage.journey.confirmed(variant, { change });
  stage.ids.push(id);
  return id;
}

/** Opens the payment of a case, or finds the one that is open. */
export async function open({ world, journey, kari }: Stage, id: string): Promise<PaymentAttempt> {
  const started = await startPayment(world.app, kari, id);
  if (started.kind !== 'open') throw new Error(`Not opened: ${started.kind}`);
  const attempt = (await journey.attempts(id)).findLast(({ status }) => status === 'pending');
  if (!attempt) throw new Error('No attempt is open');
  return attempt;
}

export async function opened(stage: Stage, wanted: Wanted = {}): Promise<Opened> {
  const id = await confirmed(stage, wanted);
  return { id, attempt: await open(stage, id), amountMinor: wanted.amountMinor ?? usualMinor };
}

/** What is to be owed for an act to happen at the provider. */
export function owedFor({ driver }: Subject, act: Act): Wanted {
  const amountMinor = driver.amounts?.[act];
  return amountMinor === undefined ? {} : { amountMinor };
}

/** The payer does something at the provider, and the browser comes back; what is to be done then is done. */
export async function visit(
  stage: Stage,
  attempt: PaymentAttempt,
  act: Act = 'pay',
): Promise<Visit['outcome']> {
  const { outcome, back, query } = await stage.provider.visit(attempt, act);
  await returnFromPayment(stage.world.app, attempt.id, back, query);
  await stage.world.work();
  return outcome;
}

/** Paid, delivered, and the money in the owner's hands. */
export async function completed(stage: Stage, wanted?: Wanted): Promise<Opened> {
  const one = await opened(stage, wanted);
  await visit(stage, one.attempt);
  await mustBe(stage, one.id, 'completed');
  return one;
}

/** Opens the payment once more and pays it: whatever came before, the case must end as paid. */
export async function payAfterAll(stage: Stage, id: string): Promise<PaymentAttempt> {
  const attempt = await open(stage, id);
  await visit(stage, attempt);
  await mustBe(stage, id, 'completed');
  return attempt;
}

async function mustBe({ journey }: Stage, id: string, status: string): Promise<void> {
  const is = await journey.status(id);
  if (is !== status)
    throw new Error(`The case is ${is}, not ${status}: ${JSON.stringify(await journey.events(id))}`);
}

/** The provider tells; one that never does is asked by the timer, when its time has come. */
export async function heard(
  { world, journey, provider, can }: Stage,
  { id, reference }: Pick<PaymentAttempt, 'id' | 'reference'>,
): Promise<void> {
  const { nextCheckAt } = await journey.attempt(id);
  if (!can.silent) await provider.tell(reference);
  else if (nextCheckAt) world.clock.forward((nextCheckAt.getTime() - world.clock.now().getTime()) / 1000);
  await world.work();
}

/** Time passes, and the timer does what is due. */
export async function later({ world }: Stage, seconds: number): Promise<void> {
  world.clock.forward(seconds);
  await world.work();
}

/** Gives a part of a payment back, as the worker would. */
export async function refundPart(
  { world }: Stage,
  { id }: { id: string },
  amountMinor: number,
): Promise<Performed> {
  const { app } = world;
  const plan = { kind: 'refund' as const, amountMinor, reason: 'test' };
  const operation = await app.db.$transaction((tx) =>
    planOperation(tx, app.ids, { id }, plan, app.clock.now()),
  );
  return performOperation(app, operation.id);
}

/** What the provider has under all references of a case, summed up. */
export async function sums({ journey, provider }: Pick<Stage, 'journey' | 'provider'>, id: string) {
  const attempts = await journey.attempts(id);
  const books = (await Promise.all(attempts.map(({ reference }) => provider.books(reference)))).flat();
  const sum = (of: 'reserved' | 'charged' | 'refunded' | 'cancelled') =>
    books.reduce((total, book) => total + book[of], 0);
  return {
    books,
    reserved: sum('reserved'),
    charged: sum('charged'),
    refunded: sum('refunded'),
    cancelled: sum('cancelled'),
    kept: sum('charged') - sum('refunded'),
    /** Held of what is neither taken nor let go. */
    held: books.reduce((total, one) => total + Math.max(0, one.reserved - one.charged - one.cancelled), 0),
  };
}
