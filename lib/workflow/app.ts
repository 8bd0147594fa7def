import { addSeconds, type Clock, systemClock } from '@/lib/core/clock.ts';
import { armCrashPoint } from '@/lib/core/crash-point.ts';
import { type Env, env } from '@/lib/core/env.ts';
import { type Ids, systemIds } from '@/lib/core/ids.ts';
import { newSecretBox, type SecretBox } from '@/lib/core/secret-box.ts';
import { type Database, newDatabase } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { Register } from '@/lib/identity/register.ts';
import { newRegisterClient } from '@/lib/identity/register-client.ts';
import type { MailSender } from '@/lib/messages/mail-sender.ts';
import { newSmtpSender } from '@/lib/messages/smtp-sender.ts';
import { pause, tryTimeoutMs } from '@/lib/payments/call-time.ts';
import { openAgreement } from '@/lib/payments/open-agreement.ts';
import type { OpenProvider } from '@/lib/payments/provider.ts';

/** Everything a use case needs from outside: passed in, so that tests can put in a clock, ids and a broken network. */
export interface App {
  db: Database;
  clock: Clock;
  ids: Ids;
  box: SecretBox;
  /** Keys the lookup hash of fødselsnummer. */
  hmacKey: string;
  register: Register;
  mail: MailSender;
  portalUrl: string;
  openProvider(agreement: PaymentAgreement): OpenProvider;
}

/** Builds the app of a process from its checked configuration; `overrides` are the tests'. */
export function newApp(config: Env, overrides: Partial<App> & { fetch?: typeof fetch } = {}): App {
  armCrashPoint(config.KVITT_CRASH_AT);
  const box = overrides.box ?? newSecretBox(config.KVITT_SECRET_KEY, config.KVITT_OTHER_SECRET_KEYS);
  const fetch = overrides.fetch ?? globalThis.fetch;
  const toProviders = { fetch, pause, timeoutMs: tryTimeoutMs };
  return {
    db: overrides.db ?? newDatabase(config.DATABASE_URL, box),
    clock: overrides.clock ?? clockOf(config),
    ids: overrides.ids ?? systemIds,
    box,
    hmacKey: config.KVITT_HMAC_KEY,
    register:
      overrides.register ??
      newRegisterClient({
        baseUrl: config.REGISTER_URL,
        token: config.REGISTER_TOKEN,
        fetch,
        timeoutMs: 8000,
      }),
    mail: overrides.mail ?? newSmtpSender({ url: config.SMTP_URL, from: config.MAIL_FROM }),
    portalUrl: config.PORTAL_URL.replace(/\/$/, ''),
    openProvider:
      overrides.openProvider ??
      ((agreement) => openAgreement(agreement, box, config.PROVIDER_BASE_URLS, toProviders)),
  };
}

function clockOf(config: Env): Clock {
  const offset = config.KVITT_CLOCK_OFFSET_SECONDS;
  return offset ? { now: () => addSeconds(new Date(), offset) } : systemClock;
}

// Next may load a module twice in development; the database's pool must not be.
const holder = globalThis as { kvittApp?: App };

/** The app of this process. */
export function app(): App {
  holder.kvittApp ??= newApp(env());
  return holder.kvittApp;
}
