import { log } from '@/lib/core/log.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { App } from '../app.ts';

export type Checked =
  /** The provider accepts them. */
  | 'accepted'
  /** Nothing can be asked of it: the next payment shows. */
  | 'not_asked'
  | 'refused'
  | 'no_answer';

/** Asks the provider of an agreement, as it would be stored, whether it accepts the credentials. Outside any transaction. */
export async function checkCredentials(
  app: Pick<App, 'openProvider'>,
  agreement: PaymentAgreement,
): Promise<Checked> {
  const provider = app.openProvider(agreement);
  if (!provider.check) return 'not_asked';
  const asked = await provider.check();
  if (asked.outcome === 'done') return 'accepted';
  log.warn({ provider: agreement.provider, code: asked.code }, 'a provider was asked about new credentials');
  return asked.outcome === 'refused' ? 'refused' : 'no_answer';
}
