import { z } from 'zod';
import { staffRoles } from './staff-actor.ts';

/** A key of 32 random bytes, base64. */
const key = z
  .string()
  .refine(
    (value) => Buffer.from(value, 'base64').length === 32,
    '32 bytes in base64 (openssl rand -base64 32)',
  );
const url = z.url({ protocol: /^https?$/ });

const schema = z.object({
  KVITT_MODE: z.enum(['demo', 'production']).default('demo'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'a postgresql:// URL'),
  PORTAL_URL: url,
  /** Encrypts fødselsnummer, credentials and seals' private keys at rest. */
  KVITT_SECRET_KEY: key,
  /** Keys that were in use before, or soon will be, separated by commas: they open what they sealed, and seal nothing. */
  KVITT_OTHER_SECRET_KEYS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(key)),
  /** Keys the HMAC that fødselsnummer are looked up by. */
  KVITT_HMAC_KEY: key,
  NEXTAUTH_SECRET: z.string().min(32, 'at least 32 characters'),
  IDPORTEN_ISSUER: url,
  IDPORTEN_CLIENT_ID: z.string().min(1),
  IDPORTEN_CLIENT_SECRET: z.string().min(1),
  /** Employees of service owners sign in there, apart from everybody else. */
  ANSATTPORTEN_ISSUER: url,
  ANSATTPORTEN_CLIENT_ID: z.string().min(1),
  ANSATTPORTEN_CLIENT_SECRET: z.string().min(1),
  /** Ids of the Altinn resources that owners give their employees, as JSON by role. */
  ANSATTPORTEN_RESOURCES: z
    .string()
    .default('{"editor":"kvitt-editor","case_worker":"kvitt-case-worker","finance":"kvitt-finance"}')
    .transform(parseJson)
    .pipe(z.record(z.enum(staffRoles), z.string().regex(/^[\w-]{1,80}$/, 'the id of an Altinn resource'))),
  REGISTER_URL: url,
  REGISTER_TOKEN: z.string().min(1),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'an smtp:// URL'),
  MAIL_FROM: z.string().default('Kvitt <ikke-svar@kvitt.example>'),
  /** Base URL by provider id, as JSON, where it is not the provider's own: the sandbox's, or a proxy's. */
  PROVIDER_BASE_URLS: z.string().default('{}').transform(parseJson).pipe(z.record(z.string(), url)),
  SANDBOX_URL: url.optional(),
  LOG_LEVEL: z.enum(['silent', 'debug', 'info', 'warn', 'error']).default('info'),
  /** Whoever has it may read `/api/metrics`; absent, there is no such address. */
  METRICS_TOKEN: z.string().min(32, 'at least 32 characters').optional(),
  /** Name of a point in the code where the process kills itself: only the crash tests set it. */
  KVITT_CRASH_AT: z.string().optional(),
  /** Shifts the clock by so many seconds: only demos and tests set it. */
  KVITT_CLOCK_OFFSET_SECONDS: z.coerce.number().int().default(0),
  /** `1` opens `/bench`, the bare page that `npm run bench` compares our pages with. */
  KVITT_BENCH: z.enum(['0', '1']).default('0'),
});

function parseJson(text: string, context: z.core.$RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('JSON such as {"provider":"https://…"}');
    return z.NEVER;
  }
}

export type Env = z.infer<typeof schema>;

/** Values that the demo is shipped with; production refuses to start on any of them. */
const demoDefaults: Partial<Record<keyof Env, string>> = {
  IDPORTEN_CLIENT_SECRET: 'sandbox-idporten-secret',
  ANSATTPORTEN_CLIENT_SECRET: 'sandbox-ansattporten-secret',
  REGISTER_TOKEN: 'sandbox-register-token',
};

/**
 * Reads and checks the configuration.
 * @throws Error naming each missing or wrong variable and what it wants; never a value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  const problems = parsed.success ? productionProblems(parsed.data) : parsed.error.issues.map(issueLine);
  if (!parsed.success || problems.length) {
    throw new Error(`The configuration is not complete:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
  return parsed.data;
}

function issueLine(issue: z.core.$ZodIssue): string {
  const missing = issue.code === 'invalid_type' && issue.message.includes('undefined');
  return `${issue.path.join('.')}: ${missing ? 'is missing' : issue.message}`;
}

function productionProblems(env: Env): string[] {
  if (env.KVITT_MODE !== 'production') return [];
  const defaults = (Object.keys(demoDefaults) as (keyof Env)[])
    .filter((name) => env[name] === demoDefaults[name])
    .map((name) => `${name}: is the demo's own, set a secret value`);
  const sandbox = env.SANDBOX_URL ? ['SANDBOX_URL: production refuses the sandbox, remove it'] : [];
  const plain = (['PORTAL_URL', 'IDPORTEN_ISSUER', 'ANSATTPORTEN_ISSUER', 'REGISTER_URL'] as const)
    .filter((name) => !env[name].startsWith('https://'))
    .map((name) => `${name}: must be https in production`);
  const own = Object.keys(env.PROVIDER_BASE_URLS).length
    ? ['PROVIDER_BASE_URLS: production talks to the providers themselves, remove it']
    : [];
  const testing = (['KVITT_CRASH_AT', 'KVITT_CLOCK_OFFSET_SECONDS', 'KVITT_BENCH'] as const)
    .filter((name) => env[name] && env[name] !== '0')
    .map((name) => `${name}: is for tests only, remove it`);
  return [...defaults, ...sandbox, ...plain, ...own, ...testing];
}

let cached: Env | undefined;

/** The checked configuration of this process. */
export function env(): Env {
  if (!cached) {
    cached = parseEnv(process.env);
    // next-auth knows its own address from this variable only.
    process.env.NEXTAUTH_URL = cached.PORTAL_URL;
  }
  return cached;
}

/** The log level alone: the logger must work also while the configuration is being found wanting. */
export function logLevel(): string {
  return process.env.LOG_LEVEL || 'info';
}

/** Whether Next's development server runs: it needs a looser content security policy. Nothing else may depend on it. */
export function isDevServer(): boolean {
  return process.env.NODE_ENV === 'development';
}
