import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '@/lib/core/language.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import type { SignInDeps } from './deps.ts';
import { findIdentity } from './find-actor.ts';
import { findOrCreatePerson } from './people.ts';
import { choosePersonLanguage } from './person-language.ts';
import { type Contact, RegisterUnavailable } from './register.ts';
import { createSession } from './sessions.ts';
import { gunnhild, kari, lars, newTestDeps, rune } from './testing/deps.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let deps: SignInDeps;
/** What KRR says; undefined when it gives no answer. */
let contact: Contact | undefined;
let asked = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  deps = newTestDeps(database.url, 'http://127.0.0.1:9');
  const findPerson = async () => undefined;
  const contactOf = async () => {
    asked += 1;
    if (!contact) throw new RegisterUnavailable('dead');
    return contact;
  };
  deps = { ...deps, register: { ...deps.register, findPerson, contactOf } };
});
afterAll(async () => {
  await deps?.db.$disconnect();
  await database?.drop();
});

/** What KRR says of somebody who has chosen this language there, or none. */
const krr = (language?: Language): Contact => ({ reserved: false, ...(language && { language }) });
const silent = undefined;

/** Signs in while KRR says this. */
async function signIn(pid: string, said: Contact | undefined) {
  contact = said;
  const person = await findOrCreatePerson(deps, pid, 'Test Testesen');
  const token = deps.ids.uuid();
  const facts = { acr: 'idporten-loa-substantial', authTime: deps.clock.now() };
  await createSession(deps, token, person.id, facts);
  const language = async () => (await findIdentity(deps, token))?.language;
  const choose = (chosen: Language) => choosePersonLanguage(deps.db, person.id, chosen);
  return { language, choose };
}

describe('a person’s language', () => {
  it('is KRR’s until they choose one, and then theirs wherever they sign in', async () => {
    const first = await signIn(kari, krr('nn'));
    expect(await first.language()).toBe('nn');
    await first.choose('en');
    expect(await first.language()).toBe('en');
    const elsewhere = await signIn(kari, krr('nn'));
    expect(await elsewhere.language()).toBe('en');
  });

  it('is nobody else’s', async () => {
    const [one, other] = [await signIn(lars, krr('nb')), await signIn(rune, krr('nb'))];
    await one.choose('en');
    expect(await other.language()).toBe('nb');
  });

  it('is unknown when KRR says none, and asked for at the next sign-in', async () => {
    expect(await (await signIn(gunnhild, silent)).language()).toBeUndefined();
    expect(await (await signIn(gunnhild, krr())).language()).toBeUndefined();
    expect(await (await signIn(gunnhild, krr('nn'))).language()).toBe('nn');
    const before = asked;
    expect(await (await signIn(gunnhild, krr('en'))).language()).toBe('nn');
    expect(asked).toBe(before);
  });

  it('stands when it is chosen while KRR is asked', async () => {
    const ola = '03907215767';
    const early = await signIn(ola, silent);
    const { contactOf } = deps.register;
    const slow = async (pid: string) => {
      await early.choose('nn');
      return contactOf(pid);
    };
    contact = krr('en');
    await findOrCreatePerson({ ...deps, register: { ...deps.register, contactOf: slow } }, ola);
    expect(await early.language()).toBe('nn');
  });
});
