import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { credentialsContext } from '@/lib/payments/open-agreement.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { type SignedTestWebhook, signTestWebhook, type WebhookEventName } from '@/lib/sdk/nets/index.ts';
import { ask, type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { openWebhookDoor, type WebhookDoor } from '../testing/model/webhook-door.ts';
import { cards } from '../testing/nets-books.ts';
import { createWorld, type World } from '../testing/world.ts';
import { type Received, receiveMessage } from './receive-message.ts';
import { returnFromPayment } from './return-from-payment.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let kari: Actor;
let journey: Journey;
let endpointToken: string;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
  endpointToken = (await world.app.db.paymentAgreement.findFirstOrThrow({ where: { name: 'nets' } }))
    .endpointToken;
});
afterAll(() => world?.close());
afterEach(() => world.nets.clearFaults());

const db = () => world.app.db;
const secretOf = (attempt: OpenAttempt) =>
  world.app.box.open(attempt.messageSecret, messageSecretContext(attempt.id));

/** A message as the provider signs it for an attempt; `change` forges it. */
function message(
  attempt: OpenAttempt,
  event: WebhookEventName = 'payment.charge.created.v2',
  change: { authorization?: string; paymentId?: string; id?: string } = {},
): SignedTestWebhook {
  return signTestWebhook({
    event,
    paymentId: attempt.providerPaymentId,
    authorization: secretOf(attempt),
    ...change,
  });
}

const receive = (
  { body, headers }: { body: string; headers: Record<string, string> },
  {
    attemptId = null,
    token = endpointToken,
    provider = 'nets',
  }: { attemptId?: string | null; token?: string; provider?: string } = {},
): Promise<Received> =>
  receiveMessage(world.app, provider, token, attemptId, { headers: new Headers(headers), body });

async function expectOnce(id: string, attempt: OpenAttempt): Promise<void> {
  expect(await journey.status(id)).toBe('completed');
  expect(await db().receipt.count({ where: { submissionId: id } })).toBe(1);
  expect(await db().ledgerEntry.count({ where: { attemptId: attempt.id } })).toBe(4);
  expect(await db().allocation.count({ where: { attemptId: attempt.id } })).toBe(1);
  expect((await journey.events(id)).filter((type) => type === 'payment.captured')).toHaveLength(1);
}

async function expectUntouched(id: string): Promise<void> {
  expect(await journey.status(id)).toBe('awaiting_payment');
  expect((await journey.latest(id)).status).toBe('pending');
}

describe('rule 1: return, webhook and timer are hints; whichever comes, the provider is asked', () => {
  it('a return before anything is paid, and a webhook that lies about it, change nothing', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.open(id);
    expect(await returnFromPayment(world.app, attempt.id)).toBe(id);
    expect(await receive(message(attempt, 'payment.charge.created.v2'))).toBe('handled');
    expect(await receive(message(attempt, 'payment.reservation.created.v2'))).toBe('handled');
    await expectUntouched(id);
    await world.nets.pay(attempt.providerPaymentId);
    await ask(world, attempt);
    await expectOnce(id, attempt);
  });

  it('returns with forged and foreign ids tell nothing and break nothing', async () => {
    for (const forged of [
      '',
      'abc',
      '../../..',
      `${world.app.ids.uuid()}x`,
      "' or 1=1",
      '\u0000',
      world.app.ids.uuid(),
    ])
      expect(await returnFromPayment(world.app, forged)).toBeUndefined();
  });

  it('a declined try is told to the payer and leaves the payment open', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id, cards.declined);
    expect(await receive(message(attempt, 'payment.reservation.failed'))).toBe('handled');
    await expectUntouched(id);
    expect((await journey.latest(id)).failure).toBe('declined');
    await world.nets.pay(attempt.providerPaymentId);
    expect(await receive(message(attempt))).toBe('handled');
    await expectOnce(id, attempt);
    expect((await journey.latest(id)).failure).toBeNull();
  });
});

describe('rule 16: late, twice, wrong', () => {
  it('replayed after completion, and with another event id: acknowledged, no effect', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    const told = message(attempt);
    await receive(told);
    const events = (await journey.events(id)).length;
    for (let n = 0; n < 3; n++) expect(await receive(told)).toBe('handled');
    expect(await receive(message(attempt, 'payment.charge.created.v2', { id: 'f'.repeat(32) }))).toBe(
      'handled',
    );
    expect(await journey.events(id)).toHaveLength(events);
    await expectOnce(id, attempt);
  });

  it('wrong authorization, none, another attempt’s, an empty one: nothing stored, nothing asked, nothing told', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    const other = await journey.open(await journey.confirmed());
    const stored = await db().providerMessage.count();
    for (const authorization of [
      'wrong',
      '',
      secretOf(other),
      `${secretOf(attempt)}x`,
      secretOf(attempt).slice(1),
    ])
      expect(await receive(message(attempt, undefined, { authorization }), { attemptId: attempt.id })).toBe(
        'rejected',
      );
    const { body } = message(attempt);
    expect(await receive({ body, headers: {} })).toBe('rejected');
    expect(await db().providerMessage.count()).toBe(stored);
    await expectUntouched(id);
  });

  it('one attempt’s secret does not speak for another payment', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    const other = await journey.open(await journey.confirmed());
    const forged = message(attempt, undefined, { authorization: secretOf(other) });
    expect(await receive(forged, { attemptId: other.id })).toBe('rejected');
    expect(await receive(forged, { attemptId: attempt.id })).toBe('rejected');
    await expectUntouched(id);
  });

  it('forged endpoint tokens and other providers’ endpoints are rejected', async () => {
    const attempt = await journey.open(await journey.confirmed());
    for (const token of [
      '',
      'x',
      endpointToken.slice(1),
      `${endpointToken}0`,
      '\u0000',
      "' or 1=1 --",
      'æ'.repeat(500),
    ])
      expect(await receive(message(attempt), { token })).toBe('rejected');
    for (const provider of ['dibs', '', 'Nets'])
      expect(await receive(message(attempt), { provider })).toBe('rejected');
  });

  it('rule 13: another owner’s agreement does not reach this owner’s attempts', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    const other = await db().owner.create({
      data: {
        id: world.app.ids.uuid(),
        slug: world.app.ids.token(4),
        orgNumber: '314555910',
        kind: 'municipality',
        name: {},
        email: 'annen@test.example',
      },
    });
    const keys = { ownerId: other.id, environment: 'live' as const, name: 'nets' };
    const foreign = await db().paymentAgreement.create({
      data: {
        id: world.app.ids.uuid(),
        ...keys,
        provider: 'nets',
        displayName: 'Nets',
        endpointToken: world.app.ids.token(24),
        credentials: world.app.box.seal(
          JSON.stringify({ secretKey: 'sandbox-nets-secret-key' }),
          credentialsContext(keys),
        ),
      },
    });
    for (const attemptId of [attempt.id, null])
      expect(await receive(message(attempt), { attemptId, token: foreign.endpointToken })).toBe('rejected');
    await expectUntouched(id);
  });

  it('unknown attempts and payments are rejected, whether the id looks like one or not', async () => {
    const attempt = await journey.open(await journey.confirmed());
    const stranger = message(attempt, undefined, { paymentId: 'f'.repeat(32) });
    expect(await receive(stranger)).toBe('rejected');
    expect(await receive(stranger, { attemptId: world.app.ids.uuid() })).toBe('rejected');
    expect(await receive(stranger, { attemptId: attempt.id })).toBe('rejected');
    expect(await receive(stranger, { attemptId: 'abc\u0000' })).toBe('rejected');
  });

  it('malformed bodies are told so, and never break the door', async () => {
    const headers = { authorization: 'x' };
    for (const body of [
      '',
      'null',
      '[]',
      '{',
      '{"id":1}',
      '{"id":"a","event":"payment.charge.created.v2"}',
      '{"id":"a","event":"payment.charge.created.v2","data":{"paymentId":"\\u0000"}}',
      '{"id":"\\u0000","event":"payment.created","data":{"paymentId":"a"}}',
      '{"id":"a","event":"","data":{}}',
      `{"id":"${'a'.repeat(65)}","event":"payment.created","data":{"paymentId":"a"}}`,
      '<xml/>',
      '\u0000',
    ])
      expect(await receive({ body, headers })).toBe('malformed');
  });

  it('an event that we do not know, about a payment that we do, only makes us ask', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    const told = message(attempt);
    const body = told.body.replace('payment.charge.created.v2', 'payment.something.new');
    expect(await receive({ ...told, body })).toBe('handled');
    await expectOnce(id, attempt);
  });
});

describe('over the wire: the sandbox’s own webhooks to a door that answers as ours does', () => {
  let door: WebhookDoor;
  let wired: World;
  let answers: Received[];

  beforeAll(async () => {
    door = await openWebhookDoor();
    wired = { ...world, app: { ...world.app, portalUrl: door.url } };
    door.behind(async (take) => {
      const received = await take(wired.app);
      answers.push(received);
      return received;
    });
  });
  afterAll(() => door?.close());

  async function paidOverTheWire(fault?: [string, string]): Promise<{ id: string; attempt: OpenAttempt }> {
    answers = [];
    if (fault) await world.nets.fault(...fault);
    const id = await journey.confirmed();
    const attempt = await newJourney(wired, kari).paid(id);
    return { id, attempt };
  }

  it.each(['before-return', 'after-return', 'twice', 'reordered'])('webhook=%s: once', async (fault) => {
    const { id, attempt } = await paidOverTheWire(['webhook', fault]);
    await vi.waitFor(() => expect(answers.length).toBeGreaterThanOrEqual(fault === 'twice' ? 6 : 3), 10_000);
    door.assertSound();
    expect(new Set(answers)).toEqual(new Set(['handled']));
    await expectOnce(id, attempt);
  });

  it('we could not ask: 503, and the provider’s own next try takes effect', async () => {
    await world.nets.fault('retry', 'fast');
    await world.nets.fault('get', 'dead', { times: 3 });
    const { id, attempt } = await paidOverTheWire();
    await vi.waitFor(async () => expect(await journey.status(id)).toBe('completed'), 15_000);
    expect(answers).toContain('retry');
    await expectOnce(id, attempt);
  });
});
