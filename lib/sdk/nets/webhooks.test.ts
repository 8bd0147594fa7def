import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetsWebhookError } from './errors.ts';
import { FIXTURES_ABSENT, fixtureFiles } from './fixtures.test-helper.ts';
import { signTestWebhook } from './test-webhook.ts';
import { parseWebhook, verifyWebhook, WEBHOOK_EVENT_NAMES } from './webhooks.ts';

const PAYMENT_ID = '025400006091b1ef6937598058c4e487';

describe('verifyWebhook', () => {
  const expectedAuthorization = 'k3yOf8to32Alnum';

  it('accepts the registered string, also among older ones', () => {
    expect(verifyWebhook({ authorizationHeader: 'k3yOf8to32Alnum', expectedAuthorization })).toBe(true);
    expect(
      verifyWebhook({
        authorizationHeader: 'k3yOf8to32Alnum',
        expectedAuthorization: ['newer1234', expectedAuthorization],
      }),
    ).toBe(true);
  });

  it.each([
    [null],
    [undefined],
    [''],
    ['k3yOf8to32Alnu'],
    ['k3yOf8to32Alnumm'],
    ['K3yOf8to32Alnum'],
    ['x'.repeat(5000)],
  ])('refuses %j', (authorizationHeader) => {
    expect(verifyWebhook({ authorizationHeader, expectedAuthorization })).toBe(false);
  });

  it('refuses everything when no secret is known', () => {
    expect(verifyWebhook({ authorizationHeader: '', expectedAuthorization: '' })).toBe(false);
    expect(verifyWebhook({ authorizationHeader: 'a', expectedAuthorization: '' })).toBe(false);
    expect(verifyWebhook({ authorizationHeader: 'a', expectedAuthorization: [] })).toBe(false);
  });

  it('is plain equality', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'å'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(verifyWebhook({ authorizationHeader: a, expectedAuthorization: b })).toBe(a === b && a !== '');
      }),
    );
  });
});

describe('parseWebhook', () => {
  it.each(WEBHOOK_EVENT_NAMES)('reads a test-signed %s', (event) => {
    const { body, headers } = signTestWebhook({
      event,
      paymentId: PAYMENT_ID,
      authorization: 'authorization1',
      id: 'abc123',
      now: () => new Date('2026-01-05T10:00:00Z'),
    });
    expect(
      verifyWebhook({ authorizationHeader: headers.authorization, expectedAuthorization: 'authorization1' }),
    ).toBe(true);
    expect(parseWebhook(body)).toMatchObject({
      id: 'abc123',
      event,
      paymentId: PAYMENT_ID,
      merchantNumber: '100017120',
      timestamp: '2026-01-05T10:00:00.0000+00:00',
    });
  });

  it('narrows data by event', () => {
    const { body } = signTestWebhook({
      event: 'payment.charge.created.v2',
      paymentId: PAYMENT_ID,
      authorization: 'authorization1',
      data: { chargeId: 'c1', amount: { amount: 60000, currency: 'NOK' } },
    });
    const webhook = parseWebhook(new TextEncoder().encode(body));
    expect(webhook.event === 'payment.charge.created.v2' && webhook.data.chargeId).toBe('c1');
    expect(JSON.parse(body)).toHaveProperty('merchantNumber');
  });

  it('keeps an event it does not know', () => {
    const unknown = {
      id: 'a1',
      event: 'payment.something.new',
      merchantId: '7',
      data: { paymentId: PAYMENT_ID, x: 1 },
    };
    expect(parseWebhook(JSON.stringify(unknown))).toEqual({
      id: 'a1',
      event: 'unknown',
      eventName: 'payment.something.new',
      paymentId: PAYMENT_ID,
      merchantNumber: '7',
      timestamp: null,
      data: unknown.data,
      raw: unknown,
    });
    expect(parseWebhook('{"id":"a1","event":"unknown"}')).toMatchObject({
      event: 'unknown',
      paymentId: null,
    });
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{}',
    '{"id":"a"}',
    '{"id":"../a","event":"e"}',
    '{"id":"a","event":"payment.created"}',
    '{"id":"a","event":"payment.created","data":{"paymentId":"../../x"}}',
  ])('refuses %j', (body) => {
    expect(() => parseWebhook(body)).toThrow(NetsWebhookError);
  });

  it('refuses bytes that are not UTF-8, and more than a megabyte', () => {
    expect(() => parseWebhook(new Uint8Array([0xff, 0xfe]))).toThrow(NetsWebhookError);
    expect(() => parseWebhook(' '.repeat(1_000_001))).toThrow(NetsWebhookError);
  });

  it('throws nothing but NetsWebhookError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (body) => {
        try {
          parseWebhook(body);
        } catch (error) {
          expect(error).toBeInstanceOf(NetsWebhookError);
        }
      }),
    );
  });
});

describe('parseWebhook on the provider SDK’s fixtures', () => {
  const files = fixtureFiles('webhooks');
  if (files.length === 0) it.skip(FIXTURES_ABSENT, () => undefined);
  for (const { name, text } of files) {
    it(name, () => {
      const json = JSON.parse(text);
      const webhook = parseWebhook(text);
      expect(webhook.raw).toEqual(json);
      expect(webhook.data).toEqual(json.data);
      expect(webhook).toMatchObject({
        id: json.id,
        event: json.event,
        timestamp: json.timestamp,
        paymentId: json.data.paymentId,
        merchantNumber: String(json.merchantNumber ?? json.merchantId),
      });
    });
  }
});
