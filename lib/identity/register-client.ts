import { z } from 'zod';
import { asLanguage } from '@/lib/core/language.ts';
import { type Contact, type Register, RegisterUnavailable } from './register.ts';

export interface RegisterClientOptions {
  baseUrl: string;
  /** Bearer token. */
  token: string;
  fetch: typeof fetch;
  timeoutMs: number;
}

/**
 * The registers over HTTP. Fødselsnummer travel in bodies, never in URLs.
 * Every method throws RegisterUnavailable when no clear answer came: dead, late, refused, or not of the agreed form.
 */
export function newRegisterClient(options: RegisterClientOptions): Register {
  const ask = <T>(method: 'GET' | 'POST', path: string, schema: z.ZodType<T>, body?: object) =>
    askRegister(options, method, path, schema, body);

  return {
    async findPerson(pid) {
      const found = await ask('POST', '/people/lookup', personReply, { pid });
      if (!found) return undefined;
      const { first, middle, last } = found.name;
      const fullName = [first, middle, last].filter(Boolean).join(' ');
      return { pid: found.pid, firstName: first, lastName: last, fullName, address: found.address };
    },
    async rolesOf(pid) {
      const found = await ask('POST', '/roles', rolesReply, { pid });
      return found?.organisations ?? [];
    },
    async contactOf(pid) {
      const found = await ask('POST', '/contact', contactReply, { pids: [pid] });
      const entry = found?.personer.find((person) => person.personidentifikator === pid);
      return entry?.status === 'AKTIV' ? toContact(entry) : undefined;
    },
    findOrganisation: (orgNumber) =>
      /^\d{9}$/.test(orgNumber)
        ? ask('GET', `/organisations/${orgNumber}`, organisation)
        : Promise.resolve(undefined),
  };
}

/** The answer; undefined when the register says that it knows nobody of that number (404). */
async function askRegister<T>(
  { baseUrl, token, fetch, timeoutMs }: RegisterClientOptions,
  method: string,
  path: string,
  schema: z.ZodType<T>,
  body?: object,
): Promise<T | undefined> {
  let status: number;
  let reply: unknown;
  try {
    const response = await fetch(`${baseUrl.replace(/\/$/, '')}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      cache: 'no-store',
    });
    status = response.status;
    reply = await response.json();
  } catch (error) {
    throw new RegisterUnavailable(
      `The register gave no answer (${error instanceof Error ? error.name : 'unknown'})`,
    );
  }
  if (status === 404) return undefined;
  const parsed = schema.safeParse(reply);
  // The reply holds personal data: the message says only that it was wrong.
  if (status !== 200 || !parsed.success)
    throw new RegisterUnavailable(`The register answered ${status} in an unknown form`);
  return parsed.data;
}

const address = z.object({
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
});
const organisation = z.object({
  orgNumber: z.string().regex(/^\d{9}$/),
  name: z.string().min(1),
  form: z.string(),
  address: address.optional(),
});
const personReply = z.object({
  pid: z.string(),
  name: z.object({ first: z.string(), middle: z.string().optional(), last: z.string() }),
  address: address.optional(),
});
const rolesReply = z.object({ organisations: z.array(organisation.extend({ roles: z.array(z.string()) })) });

// The shape of KRR's own API (personer v2).
const krrEntry = z.object({
  personidentifikator: z.string(),
  status: z.string(),
  reservasjon: z.string().optional(),
  kontaktinformasjon: z
    .object({ epostadresse: z.string().optional(), mobiltelefonnummer: z.string().optional() })
    .optional(),
  spraak: z.string().optional(),
});
const contactReply = z.object({ personer: z.array(krrEntry) });

function toContact(entry: z.infer<typeof krrEntry>): Contact {
  return {
    email: entry.kontaktinformasjon?.epostadresse,
    mobile: entry.kontaktinformasjon?.mobiltelefonnummer,
    language: asLanguage(entry.spraak),
    reserved: entry.reservasjon === 'JA',
  };
}
