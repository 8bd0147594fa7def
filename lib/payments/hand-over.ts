import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import type { HandOver } from './provider.ts';

/** The way to an attempt's payment page; undefined while it is not known. */
export function handOverOf({
  redirectUrl,
  formFields,
}: Pick<PaymentAttempt, 'redirectUrl' | 'formFields'>): HandOver | undefined {
  if (!redirectUrl) return undefined;
  return formFields === null
    ? { kind: 'redirect', url: redirectUrl }
    : { kind: 'form', url: redirectUrl, fields: formFields as Record<string, string> };
}

/** The same as columns of the attempt. */
export function storedHandOver(handOver: HandOver): {
  redirectUrl: string;
  formFields?: Record<string, string>;
} {
  return handOver.kind === 'form'
    ? { redirectUrl: handOver.url, formFields: handOver.fields }
    : { redirectUrl: handOver.url };
}
