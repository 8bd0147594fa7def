import { z } from 'zod';
import { invalid, type Reply } from './replies.ts';

/** Characters that the reference says several text fields do not support. */
const unsupported = /[<>'"&\\]/;
const text = (max = 128) =>
  z
    .string()
    .min(1, 'is required')
    .max(max, `must be at most ${max} characters`)
    .refine((value) => !unsupported.test(value), 'contains characters that are not supported: < > \' " & \\');
const minorUnits = z.int('must be a whole number of minor units');
const positiveOrZero = minorUnits.min(0, 'must not be negative');

export const eventNames = [
  'payment.created',
  'payment.reservation.created',
  'payment.reservation.created.v2',
  'payment.reservation.failed',
  'payment.checkout.completed',
  'payment.charge.created.v2',
  'payment.charge.failed',
  'payment.refund.initiated.v2',
  'payment.refund.failed',
  'payment.refund.completed',
  'payment.cancel.created',
  'payment.cancel.failed',
] as const;
export type EventName = (typeof eventNames)[number];

/** Payment methods by their type; a type switches on all its methods. */
export const methodTypes: Record<string, string[]> = {
  Card: ['Visa', 'MasterCard', 'Dankort', 'AmericanExpress'],
  Wallet: ['PayPal', 'Vipps', 'MobilePay', 'Swish'],
  Invoice: ['Arvato', 'EasyInvoice', 'RatePayInvoice'],
  Installment: ['EasyInstallment', 'EasyCampaign', 'RatePayInstallment'],
  A2A: ['RatePaySepa', 'Sofort', 'Trustly'],
};
const methodNames = new Set([...Object.keys(methodTypes), ...Object.values(methodTypes).flat()]);

const orderItem = z.object({
  reference: text(),
  name: text(),
  quantity: z.number().min(0, 'must not be negative'),
  unit: text(),
  /** Ex VAT; negative is a discount. */
  unitPrice: minorUnits,
  /** Percent × 100. */
  taxRate: positiveOrZero.optional().default(0),
  taxAmount: minorUnits.optional().default(0),
  netTotalAmount: minorUnits,
  grossTotalAmount: minorUnits,
});
export type OrderItem = z.output<typeof orderItem>;
const orderItems = z.array(orderItem).min(1, 'at least one item is required');

const webUrl = z
  .string()
  .max(256)
  .refine((value) => hasProtocol(value, ['https:', 'http:']), 'must be a URL');
/** The real system wants https; http on loopback is this sandbox's relaxation. */
const webHookUrl = z
  .string()
  .max(256)
  .refine(
    (value) => hasProtocol(value, ['https:']) || (hasProtocol(value, ['http:']) && isLoopback(value)),
    'must be an https URL',
  );
const webHook = z.object({
  eventName: z.enum(eventNames),
  url: webHookUrl,
  authorization: z.string().regex(/^[A-Za-z0-9]{8,64}$/, 'must be 8 to 64 alphanumeric characters'),
  headers: z.array(z.record(z.string(), z.string())).optional(),
});

const country = z.string().regex(/^[A-Z]{3}$/, 'must be ISO 3166-1 alpha-3');
const address = z.object({
  addressLine1: z.string().max(128).optional(),
  addressLine2: z.string().max(128).optional(),
  postalCode: z.string().max(25).optional(),
  city: z.string().max(128).optional(),
  country: country.optional(),
});
export type Address = z.output<typeof address>;
const person = z.object({
  firstName: z.string().max(128).optional(),
  lastName: z.string().max(128).optional(),
});
const consumer = z.object({
  reference: z.string().max(128).optional(),
  email: z.email().max(128).optional(),
  shippingAddress: address.optional(),
  billingAddress: address.optional(),
  phoneNumber: z
    .object({
      prefix: z.string().regex(/^\+\d{1,3}$/, 'must be + and digits'),
      number: z.string().regex(/^\d{1,20}$/, 'must be digits'),
    })
    .optional(),
  privatePerson: person.optional(),
  company: z.object({ name: z.string().max(128), contact: person.optional() }).optional(),
});

const checkout = z
  .object({
    integrationType: z.enum(['EmbeddedCheckout', 'HostedPaymentPage']).optional().default('EmbeddedCheckout'),
    url: webUrl.optional(),
    returnUrl: webUrl.optional(),
    cancelUrl: webUrl.optional(),
    termsUrl: webUrl,
    merchantTermsUrl: webUrl.optional(),
    merchantHandlesConsumerData: z.boolean().optional(),
    consumer: consumer.optional(),
    charge: z.boolean().optional().default(false),
    publicDevice: z.boolean().optional(),
    countryCode: country.optional(),
  })
  .check(({ value, issues }) => {
    const needed =
      value.integrationType === 'HostedPaymentPage'
        ? (['returnUrl', 'cancelUrl'] as const)
        : (['url'] as const);
    for (const name of needed) {
      if (value[name] === undefined)
        issues.push({ code: 'custom', message: 'is required', path: [name], input: value });
    }
  });

const methods = z
  .array(
    z.object({
      name: z.string().refine((name) => methodNames.has(name), 'unknown method'),
      enabled: z.boolean(),
    }),
  )
  .check(({ value, issues }) => {
    const names = new Set(value.map(({ name }) => name));
    const mixed = Object.entries(methodTypes).some(
      ([type, list]) => names.has(type) && list.some((name) => names.has(name)),
    );
    if (mixed)
      issues.push({
        code: 'custom',
        message: 'a type and a method of that type together',
        path: [],
        input: value,
      });
  });

export const createPaymentSchema = z.object({
  order: z.object({
    items: orderItems,
    amount: positiveOrZero.min(1, 'must be above zero'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be ISO 4217'),
    reference: text().optional(),
  }),
  checkout,
  myReference: z.string().min(1).max(36, 'must be at most 36 characters').optional(),
  notifications: z
    .object({
      webHooks: z.array(webHook).max(32, 'at most 32 webhooks'),
      // The capital H is easily missed, and a payment without webhooks is then noticed late.
      webhooks: z.undefined('is spelled webHooks').optional(),
    })
    .optional(),
  paymentMethodsConfiguration: methods.optional(),
  subscription: z.undefined('is not simulated').optional(),
  unscheduledSubscription: z.undefined('is not simulated').optional(),
});
export type CreatePaymentBody = z.output<typeof createPaymentSchema>;

export const chargeSchema = z.object({
  amount: positiveOrZero,
  orderItems: orderItems.optional(),
  myReference: z.string().max(36).optional(),
  paymentMethodReference: z.string().optional(),
});
export const refundSchema = z.object({
  amount: positiveOrZero,
  orderItems: orderItems.optional(),
  myReference: z.string().max(36).optional(),
});
export const cancelSchema = z.object({ amount: positiveOrZero, orderItems: orderItems.optional() });
export const orderItemsSchema = z.object({ amount: positiveOrZero, items: orderItems });
export const myReferenceSchema = z.object({ myReference: z.string().min(1).max(36) });
export const referenceInformationSchema = z.object({ checkoutUrl: webUrl, reference: text() });

/** A body that follows the schema, or the 400 reply that names what is wrong. */
export function parseBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
): { ok: true; value: z.output<S> } | { ok: false; reply: Reply } {
  const result = schema.safeParse(body);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string[]> = {};
  for (const { path, message } of result.error.issues) {
    const name = path.reduce<string>(
      (name, part) =>
        typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part),
      '',
    );
    errors[name] = [...(errors[name] ?? []), message];
  }
  return { ok: false, reply: invalid(errors) };
}

function hasProtocol(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isLoopback(value: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(value).hostname);
}
