import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { chooseParty } from './choose-party.ts';
import type { SignInDeps } from './deps.ts';
import { findActor, findIdentity } from './find-actor.ts';
import { listParties } from './list-parties.ts';
import { findOrCreatePerson } from './people.ts';
import { type Register, RegisterUnavailable } from './register.ts';
import { createSession } from './sessions.ts';
import { kari, lars, newTestClock, newTestDeps, portalUrl, rune } from './testing/deps.ts';
import { startSandbox } from './testing/sandbox.ts';

const skjenkestue = '310010014';
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let deps: SignInDeps;
let clock: ReturnType<typeof newTestClock>;
let asked: number;
let dead: boolean;

beforeAll(async () => {
  [sandbox, database] = await Promise.all([startSandbox(portalUrl), createTestDatabase()]);
});
afterAll(async () => {
  await deps?.db.$disconnect();
  sandbox?.stop();
  await database?.drop();
});
beforeEach(async () => {
  await deps?.db.$disconnect();
  clock = newTestClock();
  asked = 0;
  dead = false;
  const real = newTestDeps(database.url, sandbox.url, { clock });
  // Each test's clock starts anew: answers of an earlier test would lie in the future.
  await real.db.partyRole.deleteMany();
  const rolesOf: Register['rolesOf'] = async (pid) => {
    asked += 1;
    if (dead) throw new RegisterUnavailable('dead');
    return real.register.rolesOf(pid);
  };
  deps = { ...real, register: { ...real.register, rolesOf } };
});

/** A signed-in person; the token of the session. */
async function signedIn(pid: string) {
  const person = await findOrCreatePerson(deps, pid);
  const token = deps.ids.token();
  await createSession(deps, token, person.id, { acr: 'idporten-loa-substantial', authTime: clock.now() });
  const self = await who(token);
  return { token, self: self.self };
}

async function who(token: string) {
  const identity = await findIdentity(deps, token);
  if (!identity) throw new Error('nobody');
  return identity;
}

async function partyOf(personId: string, orgNumber: string): Promise<string> {
  const { organisations } = await listParties(deps, personId);
  return organisations.find(({ party }) => party.orgNumber === orgNumber)?.party.id ?? 'none';
}

function setRole(method: 'PUT' | 'DELETE', person: string, role: string) {
  return fetch(`${sandbox.url}/register/api/roles/${skjenkestue}/${person}/${role}`, { method });
}

describe('parties to act for', () => {
  it('are the person and organisations where their role may act, asked for once in five minutes', async () => {
    const { self } = await signedIn(rune);
    const choices = await listParties(deps, self.personId);
    expect(choices.self).toEqual(self.acting);
    expect(choices.complete).toBe(true);
    expect(choices.organisations.map(({ party, roles }) => [party.name, party.orgNumber, roles])).toEqual([
      ['Prøveberg Testbygg AS', '310010235', ['regnskapsforer']],
      ['Testvik Skjenkestue AS', skjenkestue, ['regnskapsforer']],
    ]);
    await listParties(deps, self.personId);
    expect(asked).toBe(1);
    clock.forward(301);
    await listParties(deps, self.personId);
    expect(asked).toBe(2);
  });

  it('are not asked for again and again for a person without organisations; a board member is one', async () => {
    const { self } = await signedIn(kari);
    expect((await listParties(deps, self.personId)).organisations).toEqual([]);
    await listParties(deps, self.personId);
    expect(asked).toBe(1);
  });

  it('are only the person when the register gives no answer, and it is said', async () => {
    const { self } = await signedIn(lars);
    clock.forward(3600);
    dead = true;
    expect(await listParties(deps, self.personId)).toEqual({
      self: self.acting,
      organisations: [],
      complete: false,
    });
  });
});

describe('acting for an organisation', () => {
  it('is chosen, is checked on every call, and can be left again', async () => {
    const { token, self } = await signedIn(lars);
    expect(await chooseParty(deps, self, await partyOf(self.personId, skjenkestue))).toEqual({
      chosen: true,
    });
    expect(await findActor(deps, token)).toMatchObject({
      personName: 'Lars Testvik',
      acting: { kind: 'organisation', name: 'Testvik Skjenkestue AS', orgNumber: skjenkestue },
    });
    const before = asked;
    await findActor(deps, token);
    expect(asked).toBe(before);
    clock.forward(301);
    await findActor(deps, token);
    expect(asked).toBe(before + 1);

    expect(await chooseParty(deps, self, self.acting.id)).toEqual({ chosen: true });
    expect((await findActor(deps, token))?.acting.kind).toBe('person');
  });

  it('is refused without a role that may act', async () => {
    const boss = await signedIn(lars);
    const partyId = await partyOf(boss.self.personId, skjenkestue);
    const { token, self } = await signedIn(kari);
    expect(await chooseParty(deps, self, partyId)).toEqual({ chosen: false, problem: 'no_role' });
    expect(await chooseParty(deps, self, 'not an id')).toEqual({ chosen: false, problem: 'no_role' });
    expect((await findActor(deps, token))?.acting).toEqual(self.acting);
  });

  it('falls back to the person, and says so, when the role is lost', async () => {
    const { token, self } = await signedIn(lars);
    await chooseParty(deps, self, await partyOf(self.personId, skjenkestue));
    await setRole('DELETE', 'lars-testvik', 'daglig_leder');
    expect((await who(token)).actor?.acting.kind).toBe('organisation');
    clock.forward(301);
    for (let request = 0; request < 2; request++) {
      expect(await who(token)).toMatchObject({
        actor: { acting: { kind: 'person' } },
        lostRole: { name: 'Testvik Skjenkestue AS' },
      });
    }
    // Coming back, the role is not taken up again by itself: the person chooses.
    await setRole('PUT', 'lars-testvik', 'daglig_leder');
    clock.forward(301);
    expect((await who(token)).actor?.acting.kind).toBe('person');
    await chooseParty(deps, self, undefined);
    expect((await who(token)).lostRole).toBeUndefined();
  });

  it('is refused while the register cannot confirm the role, and the person can still choose themselves', async () => {
    const { token, self } = await signedIn(lars);
    await chooseParty(deps, self, await partyOf(self.personId, skjenkestue));
    clock.forward(301);
    dead = true;
    const unverified = await who(token);
    expect(unverified.unverified?.orgNumber).toBe(skjenkestue);
    expect(unverified.actor).toBeUndefined();
    await expect(findActor(deps, token)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await chooseParty(deps, self, (await who(token)).unverified?.id)).toEqual({
      chosen: false,
      problem: 'unavailable',
    });
    expect(await chooseParty(deps, self, undefined)).toEqual({ chosen: true });
    expect((await findActor(deps, token))?.acting.kind).toBe('person');
  });

  it('ends with the session', async () => {
    const { token } = await signedIn(lars);
    expect(await findActor(deps, `${token}x`)).toBeUndefined();
    clock.forward(31 * 60);
    expect(await findActor(deps, token)).toBeUndefined();
  });
});
