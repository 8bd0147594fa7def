import { describe, expect, it } from 'vitest';
import { exceptionIn } from './exception.ts';
import { deriveTransactionStatus, NetsAuthenticationError, type ProcessOperation } from './index.ts';
import { readXml } from './read-xml.ts';
import { readPaymentInfo, readProcessed, readRegistered } from './replies.ts';
import { RECORDINGS_ABSENT, type Recording, recordings } from './testing/fixtures.ts';

const all = recordings();
const rooted = (root: string) => all.filter(({ text }) => readXml(text).name === root);
const idIn = (text: string) => /<TransactionId>(\w+)</.exec(text)?.[1] ?? '';
const messageIn = (text: string) => /<Message>(.*)</.exec(text)?.[1];

function errorIn({ text }: Recording) {
  return exceptionIn(readXml(text), (outcome) => ({ operation: 'test', outcome }));
}

describe.runIf(all.length > 0)('what the real test system answered', () => {
  it('is all of a kind that is known here', () => {
    const roots = ['RegisterResponse', 'ProcessResponse', 'PaymentInfo', 'Exception'];
    const counts = roots.map((root) => [root, rooted(root).length]);
    expect(counts).toEqual([
      ['RegisterResponse', 5],
      ['ProcessResponse', 4],
      ['PaymentInfo', 1],
      ['Exception', 12],
    ]);
    expect(all).toHaveLength(22);
  });

  it.each(rooted('RegisterResponse'))('$name: a transaction', ({ text }) => {
    expect(readRegistered(readXml(text))).toEqual({ transactionId: idIn(text) });
    expect(idIn(text)).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each(rooted('ProcessResponse'))('$name: carried out', ({ name, text }) => {
    const operation = name.split('.').at(-2) as ProcessOperation;
    const processed = readProcessed(readXml(text), { operation, transactionId: idIn(text) });
    expect(processed).toMatchObject({ operation, transactionId: idIn(text) });
    expect(processed.executionTime).toMatch(/^201[12]-\d\d-\d\dT/);
    expect(processed.authorizationId !== undefined).toBe(operation === 'AUTH' || operation === 'SALE');
  });

  it.each(rooted('Exception'))('$name: a no, and certainly so', (recording) => {
    const error = errorIn(recording);
    expect(error).toMatchObject({ outcome: 'refused' });
    expect(error?.message.endsWith(messageIn(recording.text) ?? 'none')).toBe(true);
    expect(error instanceof NetsAuthenticationError).toBe(
      recording.text.includes('"AuthenticationException"'),
    );
  });

  it('am.PaymentInfo.authorized.xml: held, by an automatic AUTH', () => {
    const text = all.find(({ name }) => name === 'am.PaymentInfo.authorized.xml')?.text ?? '';
    const found = readPaymentInfo(readXml(text), idIn(text));
    expect(deriveTransactionStatus(found)).toBe('AUTHORIZED');
    expect(found).toMatchObject({
      merchantId: '10000243',
      order: {
        amount: 100,
        currency: 'NOK',
        orderNumber: '62bbafc2d04534b2002227a6fb94191d',
        fee: 0,
        total: 100,
      },
      summary: { amountCaptured: 0, amountCredited: 0, annulled: false, authorizationId: '025205' },
      customerEntered: '2013-04-04T23:52:59.443',
      card: { paymentMethod: 'Visa', maskedPan: '492500******0004', expiryDate: '1409' },
      history: [{ operation: 'Register' }, { operation: 'Auth', transactionReconRef: '250' }],
      errorLog: [],
    });
    expect(found.order.description).toBeUndefined();
    expect(found.error).toBeUndefined();
  });
});

it.skipIf(all.length > 0)(RECORDINGS_ABSENT, () => undefined);
