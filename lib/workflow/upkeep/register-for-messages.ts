import { crashPoint } from '@/lib/core/crash-point.ts';
import { log } from '@/lib/core/log.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { registrationContext } from '@/lib/payments/open-agreement.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { App } from '../app.ts';
import { messageUrl } from '../paying/message-url.ts';
import { always, type GoOn } from './work-off.ts';

/**
 * Tells the providers that want to be told once per agreement where their messages go, for every agreement that has not been
 * told of. Until that has worked the timer asks instead (rule 6). One that fails stops none of the others. Two workers at once
 * register twice at most: the first to write wins, and the other takes its own back.
 * @returns how many were registered.
 */
export async function registerForMessages(app: App, goOn: GoOn = always): Promise<number> {
  const known = providers.all().filter(({ registers }) => registers);
  if (known.length === 0) return 0;
  const untold = await app.db.paymentAgreement.findMany({
    where: { registration: null, provider: { in: known.map(({ id }) => id) } },
  });
  let registered = 0;
  for (const agreement of untold) {
    if (!goOn()) break;
    if (await registerOne(app, agreement).catch((error: unknown) => failed(agreement, error)))
      registered += 1;
  }
  return registered;
}

function failed({ id }: PaymentAgreement, error: unknown): false {
  log.error({ err: error, agreement: id }, 'an agreement could not be registered for messages');
  return false;
}

/** Agreements whose provider was told and did not answer, as far as this process knows. */
const unanswered = new Set<string>();

export interface Registered {
  /** What the provider answered, for the agreement's row. */
  sealed: string;
  /** It was not kept, because somebody else was first: it is taken back there, as well as can be. */
  takeBack(): Promise<void>;
}

/** Tells one provider; undefined when it could not be told. Outside any transaction. */
export async function register(app: App, agreement: PaymentAgreement): Promise<Registered | undefined> {
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
  const { registration } = result;
  return {
    sealed: app.box.seal(JSON.stringify(registration), registrationContext(agreement)),
    async takeBack() {
      const taken = await provider.unregister?.(registration);
      if (taken?.outcome !== 'done')
        log.warn({ agreement: agreement.id, code: taken?.code }, 'a registration that nobody knows of stays');
    },
  };
}

async function registerOne(app: App, agreement: PaymentAgreement): Promise<boolean> {
  const registered = await register(app, agreement);
  if (!registered) return false;
  const { count } = await app.db.paymentAgreement.updateMany({
    where: { id: agreement.id, registration: null },
    data: { registration: registered.sealed },
  });
  crashPoint('after-registration-kept');
  if (count === 0) await registered.takeBack();
  return count === 1;
}
