import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  exampleOf,
  hasSpecs,
  judgeWebhookBody,
  readExamples,
  SPECS_ABSENT,
} from '../../../sandbox/vipps/testing/openapi.ts';
import { parseWebhook, type UserFlow, VippsProblemError } from './index.ts';
import { empty, errorOf, json, KEYED, MONEY, request, setup, wireProblems } from './testing/wire.ts';

afterEach(() => expect(wireProblems.splice(0)).toEqual([]));

const flows: Record<string, UserFlow> = {
  UrlRedirect: 'WEB_REDIRECT',
  QrImageUrl: 'QR',
  NativeRedirect: 'NATIVE_REDIRECT',
  PushFlow: 'PUSH_MESSAGE',
};

describe('the examples of the OpenAPI files', () => {
  if (!hasSpecs) {
    it.skip(SPECS_ABSENT, () => undefined);
    return;
  }

  it.each(readExamples('CreatePaymentResponse'))('CreatePaymentResponse %s', async (name, example) => {
    const { reference, redirectUrl } = example as { reference: string; redirectUrl?: string };
    const { client } = setup([json(example, 201)]);
    const customer = { phoneNumber: '4791234567' };
    const body = { ...request({ reference, customer }), userFlow: flows[name] ?? 'WEB_REDIRECT' };
    expect(await client.payments.create(body, KEYED)).toEqual({ reference, redirectUrl });
  });

  it('CreatePaymentRequest, with everything that it can have', async () => {
    const example = exampleOf('epayment', 'CreatePaymentRequest');
    const { reference } = example;
    const redirectUrl = 'https://landing.example/';
    const { client, calls } = setup([json({ reference, redirectUrl }, 201)]);
    const body = { ...example, userFlow: 'WEB_REDIRECT', paymentDescription: 'Gebyr', expiresAt: undefined };
    await client.payments.create(body, KEYED);
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual(JSON.parse(JSON.stringify(body)));
  });

  it('GetPaymentResponse, ModificationResponse and PaymentEvent', async () => {
    const payment = exampleOf('epayment', 'GetPaymentResponse');
    const modification = exampleOf('epayment', 'ModificationResponse');
    const event = exampleOf('epayment', 'PaymentEvent');
    const { reference } = payment;
    const { client } = setup([json(payment), json(modification), json([event])]);
    expect(await client.payments.retrieve(reference)).toEqual(payment);
    expect(await client.payments.capture(reference, MONEY, KEYED)).toEqual(modification);
    expect(await client.payments.listEvents(reference)).toEqual([event]);
  });

  it('WebhookEvent', () => {
    const body = JSON.stringify(exampleOf('epayment', 'WebhookEvent'));
    expect(judgeWebhookBody(body)).toEqual([]);
    expect(parseWebhook(body)).toMatchObject({ event: 'AUTHORIZED', raw: JSON.parse(body) });
  });

  it('Problem and ProblemDetails', async () => {
    for (const api of ['epayment', 'webhooks'] as const) {
      const problem = exampleOf(api, api === 'epayment' ? 'Problem' : 'ProblemDetails');
      const { client } = setup([json(problem, 400)]);
      const error = await errorOf(client.webhooks.list());
      expect(error).toBeInstanceOf(VippsProblemError);
      const { title, extraDetails = [] } = problem;
      expect(error).toMatchObject({ requestId: problem.traceId, problem: { title, extraDetails } });
    }
  });

  it('RegisterRequest, RegisterResponse and QueryResponse', async () => {
    const register = exampleOf('webhooks', 'RegisterRequest');
    const registered = exampleOf('webhooks', 'RegisterResponse');
    const query = exampleOf('webhooks', 'QueryResponse');
    const { client, calls } = setup([json(registered, 201), json(query)]);
    expect(await client.webhooks.register(register)).toEqual(registered);
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual(register);
    expect(await client.webhooks.list()).toEqual(query.webhooks);
  });

  it('the requests of the Webhooks Postman collection', async () => {
    const file = '../../../../shared/reference/providers/specs/vipps/Webhooks.postman_collection.json';
    const { item } = JSON.parse(readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8'));
    const id = '497f6eca-6276-4993-bfeb-53cbbbba6f08';
    const { client, calls, tokenCalls } = setup(
      [json({ id, secret: 's' }, 201), json({ webhooks: [] }), empty(204), json({ webhooks: [] })],
      {
        accessTokenPath: '/accessToken/get',
        system: { name: 'a', version: '1', pluginName: 'b', pluginVersion: '2' },
      },
    );
    await client.webhooks.register({ url: 'https://a.example', events: ['epayments.payment.captured.v1'] });
    await client.webhooks.list();
    await client.webhooks.delete(id);
    await client.webhooks.list();
    type PostmanItem = { request: { method: string; header: { key: string }[]; url: { path: string[] } } };
    const theirs = (item as PostmanItem[]).map(({ request: { method, header, url } }) => ({
      call: `${method} /${url.path.join('/').replace('{{webhook_id}}', id)}`,
      headers: header.map(({ key }) => key.toLowerCase()),
    }));
    const ours = [...tokenCalls, ...calls];
    expect(ours.map(({ method, path }) => `${method} ${path}`)).toEqual(theirs.map(({ call }) => call));
    ours.forEach(({ headers }, index) => {
      expect([...headers.keys()]).toEqual(expect.arrayContaining(theirs[index]?.headers ?? []));
    });
  });
});
