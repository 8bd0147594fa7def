import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies } from '@/lib/core/money.ts';
import { sandboxCredentials } from '@/prisma/seed/sandbox-credentials.ts';
import { agreementFields } from './agreement-field.ts';
import { choicesOf, methodsFor, namedMethods } from './payment-method.ts';
import { paymentPageOrigins } from './payment-page-origins.ts';
import type { CreateRequest } from './provider.ts';
import { providers } from './providers/registry.ts';

const languages = ['nb', 'nn', 'en'] as const;

function open(id: string, change: object = {}) {
  return providers.get(id).open(
    { ...sandboxCredentials[id], ...change },
    {
      environment: 'test',
      baseUrl: 'http://127.0.0.1:1',
      fetch: () => Promise.reject(new Error('nothing is asked')),
      timeoutMs: 1,
    },
  );
}

describe.each(providers.all())('what $id says of itself', (provider) => {
  const names = namedMethods(provider).map(({ name }) => name);

  it('names every method and every field in all languages', () => {
    expect(new Set(provider.methods.map(({ name }) => name)).size).toBe(provider.methods.length);
    const fields = agreementFields(provider.config);
    expect(fields.some(({ role }) => role === 'secret')).toBe(true);
    const words = [
      ...provider.methods.map((method) => method.words),
      ...fields.map(({ title }) => title),
      ...fields.flatMap(({ hint, options }) => [...(hint ? [hint] : []), ...Object.values(options ?? {})]),
    ];
    for (const each of words) for (const language of languages) expect(each[language].trim()).not.toBe('');
    for (const { name, kind, options } of fields)
      expect([name, kind === 'choice']).toEqual([name, options !== undefined]);
  });

  it('has a form that gives what it is opened with', () => {
    const stored = sandboxCredentials[provider.id] ?? {};
    const parsed = provider.config.parse(stored) as object;
    expect(
      Object.keys(parsed).every((name) =>
        agreementFields(provider.config).some((field) => field.name === name),
      ),
    ).toBe(true);
  });

  it('lets nothing slip that is allowed, nothing at all where all is, and says when the payer must choose', () => {
    const { limits } = open(provider.id);
    fc.assert(
      fc.property(fc.subarray(names), fc.constantFrom(...currencies), (methods, currency) => {
        const { oneChoice, slips } = limits({ methods, cardTypes: [] }, currency);
        expect(slips.filter((name) => methods.includes(name))).toEqual([]);
        expect(slips.every((name) => provider.methods.some((method) => method.name === name))).toBe(true);
        if (methods.length === 0) expect({ oneChoice, slips }).toEqual({ oneChoice: false, slips: [] });
        if (choicesOf(methodsFor(provider, methods, currency)).length < 2 && methods.length === 1)
          expect(oneChoice).toBe(false);
      }),
    );
  });

  it('takes a payer to sites that a form may lead to', () => {
    for (const environment of ['live', 'test'] as const) {
      const agreed = [{ provider: provider.id, environment }];
      const { pages } = provider.hosts[environment];
      expect(pages.length).toBeGreaterThan(0);
      expect(paymentPageOrigins(agreed, {})).toEqual([...pages]);
      expect(paymentPageOrigins(agreed, { [provider.id]: 'http://127.0.0.1:4010/x' })).toEqual([
        'http://127.0.0.1:4010',
      ]);
    }
  });

  it('says how long a description may be', () => {
    const { minLength, maxLength } = provider.description;
    expect(minLength).toBeGreaterThan(0);
    expect(maxLength).toBeGreaterThanOrEqual(40);
  });
});

describe('a payment page that takes a form', () => {
  it.each([
    ['dibs', { account: 'D2' }],
    ['dibs', { account: 'DT' }],
    ['flexwin', {}],
  ])('is where a form may lead to: %s %j', async (id, change) => {
    const { hosts } = providers.get(id);
    const provider = providers.get(id).open(
      { ...sandboxCredentials[id], ...change },
      {
        environment: 'live',
        baseUrl: hosts.live.api,
        fetch: () => Promise.reject(new Error('asked')),
        timeoutMs: 1,
      },
    );
    const created = await provider.create(request);
    if (created.outcome !== 'done' || created.handOver.kind !== 'form') throw new Error(created.outcome);
    expect(paymentPageOrigins([{ provider: id, environment: 'live' }], {})).toContain(
      new URL(created.handOver.url).origin,
    );
  });
});

const request: CreateRequest = {
  reference: 'KV-2026-ABCD-1-1',
  attemptId: '0198a0f0-0000-7000-8000-000000000000',
  amountMinor: 10_000,
  currency: 'NOK',
  lines: [],
  description: 'Gebyr',
  capture: 'now',
  language: 'nb',
  returnUrl: 'https://portal.example/return',
  cancelUrl: 'https://portal.example/cancel',
  termsUrl: 'https://portal.example/terms',
  messageUrl: 'https://portal.example/messages',
  messageSecret: 'secret',
  idempotencyKey: 'key',
};

describe('how far a payment page can be held to what is allowed', () => {
  const slips = (id: string, methods: string[], change?: object) =>
    open(id, change).limits({ methods, cardTypes: [] }, 'NOK');

  it('each method by itself', () => {
    expect(slips('nets', ['Visa', 'Vipps'])).toEqual({ oneChoice: false, slips: [] });
  });

  it('a list that may be too long to say', () => {
    expect(slips('dibs', ['VISA', 'MC', 'DK', 'ELEC', 'MTRO', 'DIN', 'JCB'])).toEqual({
      oneChoice: false,
      slips: [],
    });
  });

  it.each(['dibs', 'payex'])(
    '%s: all that have a name: nothing is to be chosen, and the rest is seen to',
    (id) => {
      const named = namedMethods(providers.get(id)).map(({ name }) => name);
      expect(slips(id, named)).toEqual({ oneChoice: false, slips: ['Other'] });
    },
  );

  it('one method or none', () => {
    expect(slips('flexwin', ['VISA'])).toEqual({ oneChoice: false, slips: [] });
    expect(slips('flexwin', ['VISA', 'MC'])).toEqual({
      oneChoice: false,
      slips: ['AMEX', 'DK', 'ELEC', 'MTRO', 'DIN', 'JCB', 'Other'],
    });
  });

  it('one instrument at a time, and no brands of cards', () => {
    expect(slips('payex', ['Vipps'])).toEqual({ oneChoice: false, slips: [] });
    expect(slips('payex', ['Vipps', 'Swish'])).toEqual({ oneChoice: true, slips: [] });
    expect(slips('payex', ['Visa', 'MasterCard'])).toEqual({
      oneChoice: false,
      slips: ['Amex', 'Dankort', 'Maestro', 'Forbrugsforeningen', 'Other'],
    });
    expect(slips('payex', ['Visa', 'Vipps'])).toMatchObject({ oneChoice: true });
  });

  it('not at all, where the contract does not let us ask for one', () => {
    const { oneChoice, slips: letIn } = slips('payex', ['Vipps'], { instrumentMode: false });
    expect(oneChoice).toBe(false);
    expect(letIn).toContain('Visa');
    expect(letIn).toContain('Swish');
  });
});
