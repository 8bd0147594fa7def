import { isFodselsnummer } from '@/lib/core/identifiers/fodselsnummer.ts';
import { log } from '@/lib/core/log.ts';
import { lookupHash, type SecretBox } from '@/lib/core/secret-box.ts';
import type { Person } from '@/lib/db/generated/client.ts';
import { isUniqueViolation } from '@/lib/db/transaction.ts';
import type { IdentityDeps } from './deps.ts';
import { RegisterUnavailable } from './register.ts';

/** What stands where a name should be until the register has given one. */
export const unknownName = 'Ukjent navn';

/**
 * The person with this fødselsnummer, made at the first sign-in together with the party that they are. The name comes
 * from the register and the language from KRR; when neither answers, sign-in still works and they are asked again
 * next time.
 * @throws Error when `pid` is no fødselsnummer.
 */
export async function findOrCreatePerson(
  deps: IdentityDeps,
  pid: string,
  nameInToken?: string,
): Promise<Person> {
  if (!isFodselsnummer(pid)) throw new Error('ID-porten gave a pid that is no fødselsnummer');
  const pidHmac = lookupHash(deps.hmacKey, pid);
  const known = await deps.db.person.findUnique({ where: { pidHmac } });
  if (known) return completed(deps, known, pid);

  const [inRegister, contact] = await Promise.all([
    orUndefined(deps.register.findPerson(pid)),
    orUndefined(deps.register.contactOf(pid)),
  ]);
  const id = deps.ids.uuid();
  const name = inRegister?.fullName || nameInToken || unknownName;
  try {
    return await deps.db.person.create({
      data: {
        id,
        pidHmac,
        name,
        pidSealed: deps.box.seal(pid, pidContext(id)),
        language: contact?.language ?? null,
        createdAt: deps.clock.now(),
        party: { create: { id: deps.ids.uuid(), kind: 'person', name } },
      },
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Two first sign-ins at once: the other one made the person.
    return deps.db.person.findUniqueOrThrow({ where: { pidHmac } });
  }
}

/** The fødselsnummer, opened; hand it to the registers and forget it. */
export function pidOf({ box }: { box: SecretBox }, person: Pick<Person, 'id' | 'pidSealed'>): string {
  return box.open(person.pidSealed, pidContext(person.id));
}

/** What a sealed fødselsnummer is bound to. */
export function pidContext(personId: string): string {
  return `person:${personId}`;
}

/** With what the registers did not say before. A language that the person has chosen meanwhile stands. */
async function completed(deps: IdentityDeps, person: Person, pid: string): Promise<Person> {
  const where = { id: person.id };
  const [inRegister, contact] = await Promise.all([
    person.name === unknownName ? orUndefined(deps.register.findPerson(pid)) : undefined,
    person.language === null ? orUndefined(deps.register.contactOf(pid)) : undefined,
  ]);
  const name = inRegister?.fullName;
  const language = contact?.language;
  if (language) await deps.db.person.updateMany({ where: { ...where, language: null }, data: { language } });
  if (name) return deps.db.person.update({ where, data: { name, party: { update: { name } } } });
  return language ? deps.db.person.findUniqueOrThrow({ where }) : person;
}

async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    log.warn({ err: error }, 'signing in without the register');
    return undefined;
  }
}
