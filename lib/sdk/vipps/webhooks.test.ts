import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeWebhookBody } from '../../../sandbox/vipps/testing/openapi.ts';
import {
  judgeWebhook,
  PAYMENT_EVENT_NAMES,
  parseWebhook,
  signTestWebhook,
  VippsWebhookError,
  verifyWebhook,
} from './index.ts';
import { readVector, VECTOR_ABSENT } from './testing/fixtures.ts';
import { REFERENCE } from './testing/wire.ts';

const url = 'https://portal.example/api/webhooks/vipps/t0ken?a=1&b=%20';
const secret = 'A0+AeKBRG2KRGvnNwJpQlb6IJFk48A==';
const now = () => new Date('2026-01-05T10:00:00Z');
const signed = (more: Partial<Parameters<typeof signTestWebhook>[0]> = {}) =>
  signTestWebhook({ event: 'AUTHORIZED', reference: REFERENCE, url, secret, now, ...more });

describe('the official signature example', () => {
  const vector = readVector();
  if (!vector) it.skip(VECTOR_ABSENT, () => undefined);
  else {
    const { authorization = '', body = '', host, pathAndQuery, secret: key = '' } = vector;
    const headers = {
      Authorization: authorization,
      'x-ms-date': vector['x-ms-date'],
      'x-ms-content-sha256': vector['x-ms-content-sha256'],
    };
    const input = { url: `https://${host}${pathAndQuery}`, headers, rawBody: body, secret: key };
    it('verifies, as text and as bytes', () => {
      expect(judgeWebhook(input)).toBe('valid');
      expect(verifyWebhook({ ...input, rawBody: new TextEncoder().encode(body) })).toBe(true);
    });
    it('does not verify with the secret decoded, or for another address', () => {
      const decoded = Buffer.from(key, 'base64').toString('latin1');
      expect(judgeWebhook({ ...input, secret: decoded })).toBe('wrong_signature');
      expect(judgeWebhook({ ...input, url: `https://other.example${pathAndQuery}` })).toBe('wrong_signature');
    });
  }
});

describe('verifyWebhook', () => {
  const { body, headers } = signed();
  const input = { url, headers, rawBody: body, secret };

  it('accepts what signTestWebhook made, with any of several secrets, in any kind of headers', () => {
    expect(verifyWebhook(input)).toBe(true);
    expect(verifyWebhook({ ...input, headers: new Headers(headers), secret: ['older', secret] })).toBe(true);
  });

  it.each([
    ['header_missing', { headers: {} }],
    ['header_missing', { headers: { ...headers, authorization: undefined } }],
    ['header_missing', { headers: { ...headers, 'x-ms-date': ['a', 'b'] } }],
    ['header_malformed', { headers: { ...headers, authorization: 'Bearer abc' } }],
    [
      'header_malformed',
      { headers: { ...headers, authorization: `${headers.authorization}${'x'.repeat(500)}` } },
    ],
    ['body_changed', { rawBody: body.replace('AUTHORIZED', 'CAPTURED') }],
    ['body_changed', { rawBody: `${body} ` }],
    ['wrong_signature', { secret: 'other' }],
    ['wrong_signature', { secret: [] }],
    ['wrong_signature', { url: url.replace('t0ken', 'other') }],
    ['wrong_signature', { url: url.replace('a=1', 'a=2') }],
    ['wrong_signature', { headers: { ...headers, 'x-ms-date': 'Mon, 05 Jan 2026 10:00:01 GMT' } }],
    ['wrong_signature', { headers: { ...headers, authorization: headers.authorization.slice(0, -2) } }],
  ])('says %s', (verdict, change) => {
    expect(judgeWebhook({ ...input, ...change })).toBe(verdict);
    expect(verifyWebhook({ ...input, ...change })).toBe(false);
  });

  it('refuses an empty secret, even when the message was signed with it', () => {
    const empty = signed({ secret: '' });
    expect(judgeWebhook({ url, headers: empty.headers, rawBody: empty.body, secret: '' })).toBe(
      'wrong_signature',
    );
  });

  it('looks at the age only when asked', () => {
    const later = () => new Date('2026-01-05T10:05:01Z');
    expect(judgeWebhook({ ...input, now: later })).toBe('valid');
    expect(judgeWebhook({ ...input, now: later, maxAgeMs: 300_000 })).toBe('too_old');
    expect(judgeWebhook({ ...input, now, maxAgeMs: 300_000 })).toBe('valid');
    const undated = { ...headers, 'x-ms-date': 'yesterday' };
    expect(judgeWebhook({ ...input, headers: undated, now, maxAgeMs: 300_000 })).toBe('too_old');
  });

  it('holds for any body, and for no changed one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const message = signed({ data: { metadata: one } });
        const received = { url, headers: message.headers, secret };
        expect(verifyWebhook({ ...received, rawBody: message.body })).toBe(true);
        expect(verifyWebhook({ ...received, rawBody: signed({ data: { metadata: other } }).body })).toBe(
          one === other,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('parseWebhook', () => {
  it.each(PAYMENT_EVENT_NAMES)('reads a test-signed %s, which the OpenAPI file accepts', (event) => {
    const { body } = signed({ event, data: { idempotencyKey: 'op-1' } });
    expect(judgeWebhookBody(body)).toEqual([]);
    expect(parseWebhook(new TextEncoder().encode(body))).toMatchObject({
      event,
      reference: REFERENCE,
      msn: '123456',
      amount: { currency: 'NOK', value: 60000 },
      idempotencyKey: 'op-1',
      success: true,
      timestamp: '2026-01-05T10:00:00.000Z',
      raw: JSON.parse(body),
    });
  });

  it('reads the example of the reference', () => {
    const example = {
      msn: '123456',
      reference: 'instans-8c1e-1',
      pspReference: '...',
      name: 'AUTHORIZED',
      amount: { currency: 'NOK', value: 60000 },
      timestamp: '2023-03-27T10:51:59.378Z',
      idempotencyKey: '...',
      success: true,
    };
    expect(judgeWebhookBody(JSON.stringify(example))).toEqual([]);
    expect(parseWebhook(JSON.stringify(example))).toMatchObject({ event: 'AUTHORIZED', success: true });
  });

  it('gives one key to one event, and different keys to different events', () => {
    const keyOf = (data: Record<string, unknown> = {}, event: 'CAPTURED' | 'REFUNDED' = 'CAPTURED') =>
      parseWebhook(signed({ event, data }).body).dedupeKey;
    expect(keyOf({ later: 1 })).toBe(keyOf());
    const keys = [
      keyOf(),
      keyOf({}, 'REFUNDED'),
      keyOf({ pspReference: 'p2' }),
      keyOf({ idempotencyKey: 'op-2' }),
      keyOf({ timestamp: '2026-01-05T10:00:00.001Z' }),
      keyOf({ reference: 'instans-8c1e-2' }),
      keyOf({ msn: '654321' }),
      keyOf({ success: false }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps events that it does not know', () => {
    const agreement = { agreementId: 'agr_1', eventType: 'recurring.agreement-activated.v1', msn: 123456 };
    expect(parseWebhook(JSON.stringify(agreement))).toMatchObject({
      event: 'unknown',
      eventName: 'recurring.agreement-activated.v1',
      reference: null,
      msn: '123456',
      raw: agreement,
    });
    expect(parseWebhook(JSON.stringify({ name: 'NEWER', reference: REFERENCE }))).toMatchObject({
      event: 'unknown',
      eventName: 'NEWER',
      reference: REFERENCE,
    });
    expect(parseWebhook('{"name":"unknown"}')).toMatchObject({ event: 'unknown', reference: null });
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"name":"CAPTURED"}',
    '{"name":"CAPTURED","reference":"../../payments"}',
    '{"name":"CAPTURED","reference":"instans-8c1e-1","pspReference":"p","timestamp":"t","success":true}',
    '{"name":"CAPTURED","reference":"instans-8c1e-1","pspReference":"p","timestamp":"t","success":"true","amount":{"currency":"NOK","value":1}}',
    '{"name":"CAPTURED","reference":"instans-8c1e-1","pspReference":"p","timestamp":"t","success":true,"amount":{"currency":"NOK","value":1.5}}',
  ])('refuses %j', (body) => {
    expect(() => parseWebhook(body)).toThrow(VippsWebhookError);
  });

  it('refuses bytes that are not UTF-8, and more than a megabyte', () => {
    expect(() => parseWebhook(new Uint8Array([0xff, 0xfe]))).toThrow(VippsWebhookError);
    expect(() => parseWebhook(' '.repeat(1_000_001))).toThrow(VippsWebhookError);
  });

  it('throws nothing but VippsWebhookError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (body) => {
        try {
          parseWebhook(body);
        } catch (error) {
          expect(error).toBeInstanceOf(VippsWebhookError);
        }
      }),
    );
  });
});
