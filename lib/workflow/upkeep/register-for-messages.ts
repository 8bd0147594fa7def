import { crashPoint } from '@/lib/core/crash-point.ts';
import { log } from '@/lib/core/log.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { registrationContext } from '@/lib/payments/open-agreement.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { App } from '../app.ts';
import { messageUrl } from '../paying/message-url.ts';

/**
 * Tells the providers that want to be told once per agreement where their messages go, for every agreement that has not been
 * told of. Until that has worked the timer asks instead (rule 6). Two workers at once register twice at most: the first to
 * write wins, and messages to the same address that are signed with the other's secret are refused.
 * @returns how many were registered.
 */
export async function registerForMessages(app: App): Promise<number> {
  const known = providers.all().filter(({ registers }) => registers);
  if (known.length === 0) return 0;
  const untold = await app.db.paymentAgreement.findMany({
    where: { registration: null, provider: { in: known.map(({ id }) => id) } },
  });
  let registered = 0;
  for (const agreement of untold) if (await registerOne(app, agreement)) registered += 1;
  return registered;
}

/** Agreements whose provider was told and did not answer, as far as this process knows. */
const unanswered = new Set<string>();

/** Tells one provider; gives what it answered, sealed, or undefined when it could not be told. Outside any transaction. */
export async function register(app: App, agreement: PaymentAgreement): Promise<string | undefined> {
  const provider = app.openProvider(agreement);
  const url = messageUrl(app, agreement, provider, null);
  crashPoint('before-register');
  const result = await provider.register?.(url, unanswered.has(agreement.id));
  crashPoint('after-register');
  if (result?.outcome !== 'done') {
    const { code, detail } = result ?? { code: 'not_supported', detail: '' };
    if (result?.outcome === 'unknown') unanswered.add(agreement.id);
    log.warn({ agreement: agreement.id, code, detail }, 'a provider was not told where its messages go');
    return undefined;
  }
  unanswered.delete(agreement.id);
  return app.box.seal(JSON.stringify(result.registration), registrationContext(agreement));
}

async function registerOne(app: App, agreement: PaymentAgreement): Promise<boolean> {
  const sealed = await register(app, agreement);
  if (!sealed) return false;
  const { count } = await app.db.paymentAgreement.updateMany({
    where: { id: agreement.id, registration: null },
    data: { registration: sealed },
  });
  crashPoint('after-registration-kept');
  return count === 1;
}
