import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';

const kari = '12858514140';
const rune = '17869220809';
const synnove = '29928832706';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, smtpPort: 0, portalUrl: 'http://localhost:3000' });
});
afterAll(() => sandbox.close());

function call(path: string, body?: unknown, token = 'sandbox-register-token'): Promise<Response> {
  return fetch(`${sandbox.url}/register${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

describe('the synthetic data', () => {
  it('has twelve people whose numbers are valid, synthetic and unique', () => {
    expect(people).toHaveLength(12);
    expect(new Set(people.map(({ pid }) => pid)).size).toBe(12);
    for (const { pid, dateOfBirth } of people) {
      const [year = '', month = '', day = ''] = dateOfBirth.split('-');
      expect(pid.slice(0, 6)).toBe(`${day}${Number(month) + 80}${year.slice(2)}`);
      expect(remainder(pid, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1])).toBe(0);
      expect(remainder(pid, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])).toBe(0);
    }
  });

  it('has organisations whose numbers pass MOD11 and whose role holders exist', () => {
    for (const { orgNumber, roles } of organisations) {
      expect(orgNumber).toMatch(/^3\d{8}$/);
      expect(remainder(orgNumber, [3, 2, 7, 6, 5, 4, 3, 2, 1])).toBe(0);
      for (const { person } of roles) expect(people.some(({ key }) => key === person)).toBe(true);
    }
  });
});

describe('look-ups', () => {
  it('wants the token', async () => {
    expect((await call('/people/lookup', { pid: kari }, 'wrong')).status).toBe(401);
  });

  it('gives a person, and no address for a protected one', async () => {
    expect(await (await call('/people/lookup', { pid: kari })).json()).toEqual({
      pid: kari,
      name: { first: 'Kari', last: 'Testesen' },
      address: { street: 'Prøveveien 1', postalCode: '0000', city: 'Testbyen', country: 'NO' },
      protected: false,
      dateOfBirth: '1985-05-12',
    });
    const hidden = await (await call('/people/lookup', { pid: synnove })).json();
    expect(hidden).toMatchObject({ protected: true });
    expect(hidden).not.toHaveProperty('address');
    expect((await call('/people/lookup', { pid: '01010112345' })).status).toBe(404);
    expect((await call('/people/lookup', {})).status).toBe(400);
  });

  it('gives roles, and not those that were removed', async () => {
    const roles = async () => {
      const { organisations: found } = (await (await call('/roles', { pid: rune })).json()) as {
        organisations: { orgNumber: string; roles: string[] }[];
      };
      return found.map(({ orgNumber, roles: held }) => `${orgNumber} ${held.join()}`);
    };
    expect(await roles()).toEqual(['310010014 regnskapsforer', '310010235 regnskapsforer']);
    const role = `${sandbox.url}/register/api/roles/310010014/rune-testregn/regnskapsforer`;
    expect((await fetch(role, { method: 'DELETE' })).status).toBe(204);
    expect(await roles()).toEqual(['310010235 regnskapsforer']);
    await fetch(role, { method: 'PUT' });
    expect(await roles()).toHaveLength(2);
  });

  it('gives an organisation', async () => {
    const organisation = await (await call('/organisations/310010456')).json();
    expect(organisation).toMatchObject({ orgNumber: '310010456', name: 'Testtunet Borettslag', form: 'BRL' });
    expect((await call('/organisations/999999999')).status).toBe(404);
  });
});

describe('contact data', () => {
  const ask = async (...pids: string[]) =>
    ((await (await call('/contact', { pids })).json()) as { personer: Record<string, unknown>[] }).personer;

  it('has the shape of KRR', async () => {
    const [known, reserved, unknown] = await ask(kari, '11896625901', '01010112345');
    expect(known).toEqual({
      personidentifikator: kari,
      reservasjon: 'NEI',
      status: 'AKTIV',
      varslingsstatus: 'KAN_VARSLES',
      kontaktinformasjon: { epostadresse: 'kari@test.example', mobiltelefonnummer: '+4700000000' },
      spraak: 'nb',
    });
    expect(reserved).toMatchObject({ reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' });
    expect(unknown).toEqual({ personidentifikator: '01010112345', status: 'IKKE_REGISTRERT' });
  });

  it('changes by JSON and by the form', async () => {
    const patched = await fetch(`${sandbox.url}/register/api/contact/kari-testesen`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ny@test.example', language: 'nn' }),
    });
    expect(patched.status).toBe(200);
    expect((await ask(kari))[0]).toMatchObject({
      kontaktinformasjon: { epostadresse: 'ny@test.example' },
      spraak: 'nn',
    });

    const posted = await fetch(`${sandbox.url}/register/contact/kari-testesen`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email: '', mobile: '', language: 'en', reserved: 'on' }),
    });
    expect(posted.status).toBe(303);
    expect((await ask(kari))[0]).toMatchObject({
      reservasjon: 'JA',
      varslingsstatus: 'KAN_IKKE_VARSLES',
      kontaktinformasjon: {},
      spraak: 'en',
    });
    const page = await (await fetch(`${sandbox.url}/register`)).text();
    expect(page).toContain('Synnøve Marie Testmyr-Prøvestrand');
  });

  it('refuses nonsense', async () => {
    const patched = await fetch(`${sandbox.url}/register/api/contact/kari-testesen`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'de' }),
    });
    expect(patched.status).toBe(400);
  });
});

function remainder(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
}
