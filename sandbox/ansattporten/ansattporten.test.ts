import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';
import { createBrowser } from '../testing/browser.ts';
import { employees } from './employees.ts';

const callback = 'http://localhost:3000/admin/sign-in/callback';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, smtpPort: 0, portalUrl: 'http://localhost:3000' });
});
afterAll(() => sandbox.close());

const issuer = () => `${sandbox.url}/ansattporten`;
const detailsFor = (...resources: string[]) =>
  JSON.stringify(
    resources.map((resource) => ({
      type: 'ansattporten:altinn:resource',
      resource: `urn:altinn:resource:${resource}`,
      representation_is_required: true,
    })),
  );

function authorize(change: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const parameters: Record<string, string | undefined> = {
    client_id: 'kvitt-admin',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid profile',
    acr_values: 'substantial',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    authorization_details: detailsFor('kvitt-editor', 'kvitt-case-worker', 'kvitt-finance'),
    ...change,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return { verifier, url: `${issuer()}/authorize?${query}` };
}

async function signIn(employee: string, change: Record<string, string> = {}, browser = createBrowser()) {
  const request = authorize(change);
  const page = await browser.follow(await browser.get(request.url), sandbox.url);
  const done = await browser.follow(await browser.post(`${page.url}/login`, { employee }), sandbox.url);
  const answer = new URL(done.headers.get('location') ?? 'missing:').searchParams;
  const reply = await fetch(`${issuer()}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('kvitt-admin:sandbox-ansattporten-secret')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: answer.get('code') ?? '',
      redirect_uri: callback,
      code_verifier: request.verifier,
    }),
  });
  const { id_token } = (await reply.json()) as { id_token: string };
  const keys = createRemoteJWKSet(new URL(`${issuer()}/jwk`));
  const { payload } = await jwtVerify(id_token, keys, { issuer: issuer(), audience: 'kvitt-admin' });
  return { payload, answer };
}

describe('Ansattporten', () => {
  it('is an issuer of its own, without userinfo and logout', async () => {
    const metadata = (await (await fetch(`${issuer()}/.well-known/openid-configuration`)).json()) as object;
    expect(metadata).toMatchObject({ issuer: issuer(), acr_values_supported: ['substantial', 'high'] });
    expect(metadata).not.toHaveProperty('userinfo_endpoint');
    expect(metadata).not.toHaveProperty('end_session_endpoint');
  });

  it('says whom an employee represents, by each resource that was asked for and is given', async () => {
    const { payload, answer } = await signIn('bjorn-testgard');
    expect(answer.get('iss')).toBe(issuer());
    expect(payload).toMatchObject({ acr: 'substantial', given_name: 'Bjørn', nonce: 'the-nonce' });
    expect(payload.authorization_details).toEqual([
      {
        type: 'ansattporten:altinn:resource',
        resource: 'urn:altinn:resource:kvitt-case-worker',
        resource_name: 'Kvitt: behandle saker',
        authorized_parties: [
          {
            orgno: { authority: 'iso6523-actorid-upis', ID: '0192:310419273' },
            resource: 'kvitt-case-worker',
            name: 'MERKESTYRET',
            unit_type: 'STAT',
          },
        ],
      },
    ]);
  });

  it('has no single sign-on: the same browser signs in anew, as somebody else too', async () => {
    const browser = createBrowser();
    await signIn('astrid-testdal', {}, browser);
    const page = await browser.follow(await browser.get(authorize().url), sandbox.url);
    expect(page.url).toContain('/ansattporten/interaction/');
    const { payload } = await signIn('eva-testnes', {}, browser);
    expect(payload).toMatchObject({ given_name: 'Eva' });
  });

  it('refuses somebody who may represent nobody in what was asked for', async () => {
    const browser = createBrowser();
    const { url } = authorize({ authorization_details: detailsFor('kvitt-editor') });
    const page = await browser.follow(await browser.get(url), sandbox.url);
    expect((await browser.post(`${page.url}/login`, { employee: 'dag-testlia' })).status).toBe(400);
  });

  it.each([
    [{ state: undefined }, 'state'],
    [{ nonce: undefined }, 'nonce'],
    [{ code_challenge: undefined }, 'code_challenge'],
    [{ authorization_details: '[{"type":"other"}]' }, 'authorization_details'],
    [{ authorization_details: '{' }, 'authorization_details'],
  ])('demands what Ansattporten demands %#', async (change, what) => {
    const reply = await fetch(authorize(change).url, { redirect: 'manual' });
    const answer = new URL(reply.headers.get('location') ?? '').searchParams;
    expect(answer.get('error')).toBe('invalid_request');
    expect(answer.get('error_description')).toContain(what);
  });

  it('has only synthetic employees, each of one of the demo owners', () => {
    for (const { pid } of employees) expect(Number(pid.slice(2, 4))).toBeGreaterThan(80);
    expect(new Set(employees.map(({ organisation }) => organisation.orgNumber)).size).toBe(3);
  });
});
