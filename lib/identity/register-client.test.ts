import { describe, expect, it } from 'vitest';
import { RegisterUnavailable } from './register.ts';
import { newRegisterClient } from './register-client.ts';

const pid = '12858514140';

function clientOver(answer: () => Response | Promise<Response>) {
  const calls: { url: string; init: RequestInit | undefined }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    calls.push({ url: String(url), init });
    return answer();
  };
  return {
    calls,
    register: newRegisterClient({
      baseUrl: 'http://register.example/',
      token: 'secret',
      fetch,
      timeoutMs: 1000,
    }),
  };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });

describe('register client', () => {
  it('asks with the fødselsnummer in the body, never in the address', async () => {
    const { calls, register } = clientOver(
      json({ pid, name: { first: 'Kari', middle: 'Marie', last: 'Testesen' } }),
    );
    expect(await register.findPerson(pid)).toEqual({
      pid,
      firstName: 'Kari',
      lastName: 'Testesen',
      fullName: 'Kari Marie Testesen',
      address: undefined,
    });
    expect(calls[0]?.url).toBe('http://register.example/people/lookup');
    expect(calls[0]?.init?.body).toBe(JSON.stringify({ pid }));
    expect(calls[0]?.init?.headers).toMatchObject({ authorization: 'Bearer secret' });
  });

  it('knows nobody on 404', async () => {
    const { register } = clientOver(json({ error: 'unknown_person' }, 404));
    expect(await register.findPerson(pid)).toBeUndefined();
    expect(await register.rolesOf(pid)).toEqual([]);
    expect(await register.findOrganisation('310010014')).toBeUndefined();
  });

  it.each([
    ['en', 'en'],
    ['se', undefined],
    [undefined, undefined],
  ])('of the language %s in KRR, the portal has %s', async (spraak, language) => {
    const entry = { personidentifikator: pid, status: 'AKTIV', spraak };
    const contact = await clientOver(json({ personer: [entry] })).register.contactOf(pid);
    expect(contact).toMatchObject({ reserved: false, language });
  });

  it('reads KRR, and treats who is not registered as without contact data', async () => {
    const entry = {
      personidentifikator: pid,
      status: 'AKTIV',
      reservasjon: 'JA',
      spraak: 'nn',
      kontaktinformasjon: { epostadresse: 'k@test.example' },
    };
    expect(await clientOver(json({ personer: [entry] })).register.contactOf(pid)).toEqual({
      email: 'k@test.example',
      mobile: undefined,
      language: 'nn',
      reserved: true,
    });
    expect(
      await clientOver(
        json({ personer: [{ personidentifikator: pid, status: 'IKKE_REGISTRERT' }] }),
      ).register.contactOf(pid),
    ).toBeUndefined();
  });

  it.each([
    ['an error', json({ error: 'x' }, 500)],
    ['a refusal', json({ error: 'invalid_token' }, 401)],
    ['garbage', () => new Response('<html>')],
    ['another form', json({ organisations: [{ orgNumber: 'x' }] })],
    ['no answer', () => Promise.reject(new TypeError('fetch failed'))],
  ])('is unavailable on %s', async (_name, answer) => {
    await expect(clientOver(answer).register.rolesOf(pid)).rejects.toBeInstanceOf(RegisterUnavailable);
  });

  it('asks for no organisation that cannot be one', async () => {
    const { calls, register } = clientOver(json({}));
    expect(await register.findOrganisation('../people')).toBeUndefined();
    expect(calls).toHaveLength(0);
  });
});
