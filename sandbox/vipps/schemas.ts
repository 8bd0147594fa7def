import { z } from 'zod';

const amount = z.object({
  currency: z.enum(['NOK', 'DKK', 'EUR']),
  value: z.int().min(0).max(65_000_000),
});

const url = z
  .string()
  .refine(
    (value) => URL.canParse(value) && isAddress(new URL(value)),
    'must be an https URL or an app scheme',
  );

const phoneNumber = z.string().regex(/^\d{10,15}$/, 'must be 10 to 15 digits, country code first');

const customer = z
  .object({
    phoneNumber: phoneNumber.optional(),
    personalQr: z.string().min(5).max(255).optional(),
    customerToken: z.string().optional(),
  })
  .refine((value) => Object.values(value).filter(Boolean).length === 1, 'must be exactly one of three');

export const createPaymentSchema = z.object({
  amount,
  customer: customer.optional(),
  customerInteraction: z.enum(['CUSTOMER_PRESENT', 'CUSTOMER_NOT_PRESENT']).optional(),
  paymentMethod: z.object({ type: z.enum(['WALLET', 'CARD']) }),
  profile: z.object({ scope: z.string().optional() }).optional(),
  /** 50 in the saved OpenAPI file, 64 on the provider's site. */
  reference: z.string().regex(/^[a-zA-Z0-9-]{8,64}$/, 'must be 8 to 64 letters, digits and dashes'),
  returnUrl: url.optional(),
  userFlow: z.enum(['PUSH_MESSAGE', 'NATIVE_REDIRECT', 'WEB_REDIRECT', 'QR']),
  expiresAt: z.string().nullish(),
  paymentDescription: z.string().min(3).max(100).optional(),
  metadata: z
    .record(z.string().max(100), z.string().max(500))
    .refine((value) => Object.keys(value).length <= 5, 'at most 5 entries')
    .nullish(),
  receiptUrl: url.nullish(),
});
export type CreatePaymentBody = z.output<typeof createPaymentSchema>;

export const modificationSchema = z.object({ modificationAmount: amount });

export const approveSchema = z.object({ customer, token: z.string().optional() });

/** Event types that can be subscribed to; those of recurring are accepted and never happen here. */
export const eventTypes = [
  ...['created', 'aborted', 'expired', 'cancelled', 'captured', 'refunded', 'authorized', 'terminated'].map(
    (name) => `epayments.payment.${name}.v1`,
  ),
  ...['activated', 'rejected', 'stopped', 'expired'].map((name) => `recurring.agreement-${name}.v1`),
  ...['reserved', 'captured', 'canceled', 'refunded', 'failed', 'creation-failed'].map(
    (name) => `recurring.charge-${name}.v1`,
  ),
];

/** The real system wants https; http on loopback is this sandbox's relaxation. */
const webhookUrl = z.string().refine((value) => {
  if (!URL.canParse(value)) return false;
  const parsed = new URL(value);
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback(parsed));
}, 'must be an https URL');

export const registerWebhookSchema = z.strictObject({
  url: webhookUrl,
  events: z.array(z.enum(eventTypes, 'is not a known event')).min(1, 'is required and cannot be empty'),
});

/** As above for http; a scheme of an app is allowed, a browser's own are not. */
function isAddress(parsed: URL): boolean {
  if (parsed.protocol === 'http:') return isLoopback(parsed);
  return !['javascript:', 'data:', 'vbscript:', 'file:', 'blob:'].includes(parsed.protocol);
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
