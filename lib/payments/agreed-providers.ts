import type { Clock } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import type { Database } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';

/** What an agreement is with, and so whose pages payers are sent to. */
export type AgreedProvider = Pick<PaymentAgreement, 'provider' | 'environment'>;

const keepMs = 10_000;
/** The database does not answer: soon it may. */
const retryMs = 1_000;

type Kept = WeakMap<Database, { agreed: Promise<readonly AgreedProvider[]>; until: number }>;
// The proxy and the pages are two bundles, each with a copy of this module: what one adds, the other is to know.
const holder = globalThis as { kvittAgreedProviders?: Kept };
holder.kvittAgreedProviders ??= new WeakMap();
const known = holder.kvittAgreedProviders;

/**
 * The providers and environments that some owner of this installation has an agreement with. Every page asks, so it is kept for
 * ten seconds; agreements are only ever added, so what is kept is at most short of a new one. Never throws: a page that cannot
 * be shown says so itself.
 */
export function agreedProviders({
  db,
  clock,
}: {
  db: Database;
  clock: Clock;
}): Promise<readonly AgreedProvider[]> {
  const now = () => clock.now().getTime();
  const kept = known.get(db);
  if (kept && kept.until > now()) return kept.agreed;
  const agreed = read(db, kept?.agreed, () => {
    entry.until = now() + retryMs;
  });
  const entry = { agreed, until: now() + keepMs };
  known.set(db, entry);
  return agreed;
}

/** After an agreement was added in this process: the next page knows it. */
export function forgetAgreedProviders(db: Database): void {
  known.delete(db);
}

async function read(
  db: Database,
  before: Promise<readonly AgreedProvider[]> | undefined,
  onFailure: () => void,
): Promise<readonly AgreedProvider[]> {
  try {
    return await db.paymentAgreement.findMany({
      distinct: ['provider', 'environment'],
      select: { provider: true, environment: true },
      orderBy: [{ provider: 'asc' }, { environment: 'asc' }],
    });
  } catch (error) {
    log.error({ err: error }, 'which providers payers are sent to cannot be read');
    onFailure();
    return before ?? [];
  }
}
