import { z } from 'zod';
import { inputError, type Reply } from './replies.ts';

const minorUnits = z.int('must be a whole number of minor units').min(0, 'must not be negative');
const text = (max: number) => z.string().min(1, 'is required').max(max, `must be at most ${max} characters`);

/** Letters and digits, at most 30: settlement option A. */
const payeeReference = z.string().regex(/^[A-Za-z0-9]{1,30}$/, 'must be 1 to 30 letters and digits');

const webUrl = z
  .string()
  .max(2000)
  .refine((value) => isWeb(value, ['https:', 'http:']), 'must be an absolute URL');

/** The real system takes https; http on loopback is this sandbox's relaxation. */
const callbackUrl = z
  .string()
  .max(2000)
  .refine(
    (value) => isWeb(value, ['https:']) || (isWeb(value, ['http:']) && isLoopback(value)),
    'must be an https URL',
  );

const orderItem = z.object({
  reference: text(50),
  name: text(200),
  type: text(50),
  class: text(50),
  quantity: z.number(),
  quantityUnit: text(50),
  unitPrice: z.int(),
  vatPercent: minorUnits,
  amount: z.int(),
  vatAmount: z.int(),
  description: z.string().optional(),
  restrictedToInstruments: z.array(z.string()).optional(),
});
const orderItems = z.array(orderItem).min(1);
export type OrderItem = z.output<typeof orderItem>;

/** Lines that are given must sum to the amount and its VAT. */
const sums = z.object({ amount: minorUnits, vatAmount: minorUnits, orderItems: orderItems.optional() });

export const createSchema = z.object({
  paymentorder: sums.extend({
    operation: z.enum(['Purchase'], 'only Purchase is simulated'),
    productName: z.undefined('is not part of version 3.1').optional(),
    currency: z.enum(['NOK', 'SEK', 'DKK', 'EUR']),
    amount: minorUnits.min(1, 'must be above zero'),
    description: text(40),
    userAgent: text(2000),
    language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'must look like nb-NO'),
    instrument: z.string().optional(),
    creditCard: z
      .object({
        rejectCreditCards: z.boolean().optional(),
        rejectDebitCards: z.boolean().optional(),
        rejectConsumerCards: z.boolean().optional(),
        rejectCorporateCards: z.boolean().optional(),
      })
      .optional(),
    urls: z.object({
      hostUrls: z.array(webUrl).min(1, 'is required'),
      completeUrl: webUrl,
      cancelUrl: webUrl,
      callbackUrl: callbackUrl.optional(),
      termsOfServiceUrl: webUrl.optional(),
      logoUrl: webUrl.optional(),
      paymentUrl: webUrl.optional(),
    }),
    payeeInfo: z.object({
      payeeId: text(36),
      payeeReference,
      payeeName: text(200).optional(),
      orderReference: text(50).optional(),
      subsite: z.string().max(40).optional(),
    }),
    payer: z.record(z.string(), z.unknown()).optional(),
    metadata: z.record(z.string(), z.unknown()).optional(),
    generatePaymentToken: z.boolean().optional(),
    generateUnscheduledToken: z.boolean().optional(),
    generateRecurrenceToken: z.boolean().optional(),
  }),
});
export type CreateBody = z.output<typeof createSchema>['paymentorder'];

export const changeSchema = z.object({
  paymentorder: z.discriminatedUnion('operation', [
    z.object({ operation: z.literal('Abort'), abortReason: text(200) }),
    z.object({ operation: z.literal('PaymentAttemptAborted'), abortReason: text(200) }),
    z.object({ operation: z.literal('SetInstrument'), instrument: text(60) }),
    sums.extend({ operation: z.literal('UpdateOrder'), amount: minorUnits.min(1, 'must be above zero') }),
  ]),
});
export type ChangeBody = z.output<typeof changeSchema>['paymentorder'];

const described = z.object({ description: text(40), payeeReference });
export const cancellationSchema = z.object({ transaction: described });
export const moneySchema = z.object({
  transaction: sums.extend({
    ...described.shape,
    amount: minorUnits.min(1, 'must be above zero'),
    receiptReference: text(30).optional(),
  }),
});
export type MoneyBody = z.output<typeof moneySchema>['transaction'];

/** A body that follows the schema, or the 400 that names what is wrong. */
export function parseBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
): { ok: true; value: z.output<S> } | { ok: false; reply: Reply } {
  const result = schema.safeParse(body);
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.map(({ path, message }) => ({
    name:
      path.map((part) => (typeof part === 'number' ? String(part) : capital(String(part)))).join('.') ||
      'Body',
    description: message,
  }));
  return { ok: false, reply: inputError(problems) };
}

/** The problem when given lines do not sum up; undefined when they do, or when there are none. */
export function checkSums(body: z.output<typeof sums>): Reply | undefined {
  if (body.vatAmount > body.amount) {
    return inputError([{ name: 'VatAmount', description: 'must not be above the amount' }]);
  }
  if (!body.orderItems) return undefined;
  const total = (name: 'amount' | 'vatAmount') =>
    (body.orderItems ?? []).reduce((sum, item) => sum + item[name], 0);
  if (total('amount') === body.amount && total('vatAmount') === body.vatAmount) return undefined;
  return inputError([{ name: 'OrderItems', description: 'must sum to the amount and the VAT amount' }]);
}

function capital(name: string): string {
  return name === 'paymentorder' ? 'PaymentOrder' : name.charAt(0).toUpperCase() + name.slice(1);
}

function isWeb(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isLoopback(value: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(value).hostname);
}
