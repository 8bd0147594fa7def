import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { providers } from './providers/registry.ts';
import type { Words } from './words.ts';

/** What it was paid with, for people; undefined when that is not told, or in a name that its provider never gave us. */
export function methodWords({
  provider,
  method,
}: Pick<PaymentAttempt, 'provider' | 'method'>): Words | undefined {
  return providers.find(provider)?.methods.find(({ name }) => name === method)?.words;
}

/** Words for a method's name, whichever provider's it is: for a service that still names what another agreement had. */
export function wordsOfMethod(name: string): Words | undefined {
  return providers
    .all()
    .flatMap(({ methods }) => methods)
    .find((method) => method.name === name)?.words;
}
