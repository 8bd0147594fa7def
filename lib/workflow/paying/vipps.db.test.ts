import { beforeAll, describe, expect, it, vi } from 'vitest';
import { credentialsContext } from '@/lib/payments/open-agreement.ts';
import type { App } from '../app.ts';
import { gate } from '../testing/gate.ts';
import { mortalProcess } from '../testing/model/mortal-process.ts';
import { registerForMessages } from '../upkeep/register-for-messages.ts';
import { confirmed, later, opened, payAfterAll, sums, usualMinor } from './contract/testing/stage.ts';
import { stageFor } from './contract/testing/stage-for.ts';
import { messageUrl } from './message-url.ts';
import { receiveMessage } from './receive-message.ts';
import { startPayment } from './start-payment.ts';
import { verifyPayment } from './verify-payment.ts';

/* What is Vipps' own; what it shares with the others is in contract/. */
vi.setConfig({ testTimeout: 60_000 });

const { stage, call } = stageFor('vipps');

const agreement = () => stage.world.app.db.paymentAgreement.findFirstOrThrow({ where: { name: 'vipps' } });

interface Delivery {
  event: string;
  headers: Record<string, string>;
  /** As it is sent. */
  body: string;
}

describe('its messages', () => {
  it('are signed with the secret of the registration: a changed one is not believed', async () => {
    const { endpointToken, registration } = await agreement();
    expect(registration).toMatch(/^v1\./);
    const { id, attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    // It is signed when it is sent; nobody is there to take it.
    stage.door.behind(async () => 'stopped');
    await stage.provider.tell(attempt.reference);
    stage.door.behind((use) => use(stage.world.app));
    const [delivery] = await call<Delivery[]>(`/vipps/books/${attempt.reference}/deliveries`);
    const deliver = ({ headers, body }: Delivery) => {
      const message = { headers: new Headers(headers), body };
      return receiveMessage(stage.world.app, 'vipps', endpointToken, null, message);
    };
    if (!delivery) throw new Error('Nothing was sent');
    const changed = { ...delivery, body: delivery.body.replace('30000', '30001') };
    expect(changed.body).not.toBe(delivery.body);
    expect(await deliver(changed)).toBe('rejected');
    expect(await deliver(delivery)).toBe('handled');
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
  });
});

describe('a create that was lost with its process', () => {
  it('and that a message tells of: it is closed, and the payer can pay again', async () => {
    const { world, journey, kari, provider } = stage;
    const id = await confirmed(stage);
    const opening = mortalProcess(world.app, { kind: 'dies', at: 3 });
    expect(await opening.run((app) => startPayment(app, kari, id))).toBe('stopped');
    const [lost] = await journey.attempts(id);
    expect(lost?.status).toBe('created');
    await provider.tell(lost?.reference ?? '');
    await later(stage, 61);
    expect((await journey.attempts(id)).map(({ status }) => status)).toEqual(['failed']);
    await payAfterAll(stage, id);
    expect(await journey.status(id)).toBe('completed');
  });
});

describe('where its messages go', () => {
  const registered = async () => {
    const headers = await authorized();
    const reply = await fetch(`${stage.world.sandboxUrl}/vipps/webhooks/v1/webhooks`, { headers });
    const { webhooks } = (await reply.json()) as { webhooks: { id: string; url: string }[] };
    return webhooks;
  };
  const keys = {
    client_id: 'sandbox-vipps-client-id',
    client_secret: 'sandbox-vipps-client-secret',
    'Ocp-Apim-Subscription-Key': 'sandbox-vipps-subscription-key',
    'Merchant-Serial-Number': '100001',
  };
  async function authorized(): Promise<Record<string, string>> {
    const url = `${stage.world.sandboxUrl}/vipps/accesstoken/get`;
    const reply = await fetch(url, { method: 'POST', headers: keys });
    const { access_token } = (await reply.json()) as { access_token: string };
    return { ...keys, authorization: `Bearer ${access_token}` };
  }

  it('is told once; what it has heard without answering is taken back and told again', async () => {
    const { app } = stage.world;
    expect(await registerForMessages(app)).toBe(0);
    const own = await agreement();
    const url = messageUrl(app, own, app.openProvider(own), null);
    await app.db.paymentAgreement.update({ where: { id: own.id }, data: { registration: null } });
    const before = await registered();

    await stage.provider.fault('webhooks', 'lost-after-commit');
    expect(await registerForMessages(app)).toBe(0);
    await stage.provider.calm();
    expect((await registered()).length).toBeGreaterThan(before.length);

    expect(await registerForMessages(app)).toBe(1);
    expect((await registered()).filter((webhook) => webhook.url === url)).toHaveLength(1);
    const { attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    expect(new Set(await stage.provider.tell(attempt.reference))).toEqual(new Set([200]));
    await stage.world.work();
  });

  it('is told by two workers at once: who is not first to keep the answer takes its own back', async () => {
    const { app } = stage.world;
    const own = await agreement();
    const url = messageUrl(app, own, app.openProvider(own), null);
    const unknown = new Set((await registered()).map(({ id }) => id));
    await app.db.paymentAgreement.update({ where: { id: own.id }, data: { registration: null } });
    // Both have been answered before either keeps it.
    const both = gate();
    let answered = 0;
    const worker: App = {
      ...app,
      openProvider(of) {
        const provider = app.openProvider(of);
        return {
          ...provider,
          async register(to, repeats) {
            const answer = await provider.register?.(to, repeats);
            answered += 1;
            if (answered === 2) both.open();
            await both.pass();
            if (!answer) throw new Error('It is to be told');
            return answer;
          },
        };
      },
    };
    const counts = await Promise.all([registerForMessages(worker), registerForMessages(worker)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    const added = (await registered()).filter(({ id }) => !unknown.has(id));
    expect(added).toMatchObject([{ url }]);
    const { attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    expect(await stage.provider.tell(attempt.reference)).toContain(200);
    await stage.world.work();
  });
});

describe('a sales unit that takes what it reserves by itself', () => {
  beforeAll(async () => {
    const { app } = stage.world;
    const { ownerId, environment } = await agreement();
    const keys = { ownerId, environment, name: 'vipps-direct' };
    const credentials = {
      clientId: 'sandbox-vipps-client-id-2',
      clientSecret: 'sandbox-vipps-client-secret-2',
      subscriptionKey: 'sandbox-vipps-subscription-key-2',
      merchantSerialNumber: '100002',
    };
    await app.db.paymentAgreement.create({
      data: {
        id: app.ids.uuid(),
        ...keys,
        provider: 'vipps',
        displayName: 'Vipps',
        endpointToken: app.ids.token(24),
        credentials: app.box.seal(JSON.stringify(credentials), credentialsContext(keys)),
      },
    });
  });

  it('has nothing left for us to take', async () => {
    const { id, attempt } = await opened(stage, { agreement: 'vipps-direct' });
    await stage.provider.visit(attempt, 'pay');
    await verifyPayment(stage.world.app, attempt.id);
    expect(await stage.journey.status(id)).toBe('completed');
    const operations = await stage.world.app.db.paymentOperation.findMany({
      where: { attemptId: attempt.id },
    });
    expect(operations.map(({ kind }) => kind)).toEqual(['create']);
  });

  it('seen as held first: our capture is refused, and it is taken all the same', async () => {
    const { app } = stage.world;
    const { id, attempt } = await opened(stage, { agreement: 'vipps-direct' });
    await stage.provider.visit(attempt, 'pay');
    const early: App = {
      ...app,
      openProvider(of) {
        const provider = app.openProvider(of);
        return {
          ...provider,
          async fetch(payment) {
            const evidence = await provider.fetch?.(payment);
            if (!evidence) throw new Error('It can be asked');
            return { ...evidence, state: 'authorized', capturedMinor: 0 };
          },
        };
      },
    };
    await verifyPayment(early, attempt.id);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('authorized');
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await sums(stage, id)).toMatchObject({ charged: usualMinor, kept: usualMinor, cancelled: 0 });
    expect(await stage.journey.alarms(id)).toEqual([]);
  });
});
