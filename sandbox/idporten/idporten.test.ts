import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';
import { type Browser, createBrowser } from '../testing/browser.ts';

const portalUrl = 'http://localhost:3000';
const callback = `${portalUrl}/api/auth/callback/idporten`;
const kari = '12858514140';
const lars = '21866417404';

let sandbox: Sandbox;
let browser: Browser;
let offsetMs = 0;

beforeAll(async () => {
  sandbox = await createSandbox({
    port: 0,
    smtpPort: 0,
    portalUrl,
    now: () => new Date(Date.now() + offsetMs),
    oidcClients: [
      {
        clientId: 'other-service',
        clientSecret: 'other-secret',
        redirectUris: ['http://localhost:3999/callback'],
        frontchannelLogoutUri: 'http://localhost:3999/frontchannel?from=idporten',
      },
    ],
  });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  browser = createBrowser();
  offsetMs = 0;
});

const issuer = () => `${sandbox.url}/idporten`;

interface Request {
  verifier: string;
  nonce: string;
  url: string;
}

/** An authorization request; `change` replaces parameters, and removes those set to undefined. */
function authorize(change: Record<string, string | undefined> = {}): Request {
  const verifier = randomBytes(32).toString('base64url');
  const nonce = randomBytes(16).toString('base64url');
  const parameters: Record<string, string | undefined> = {
    client_id: 'kvitt-portal',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid profile',
    state: 'the-state',
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return { verifier, nonce, url: `${issuer()}/authorize?${query}` };
}

/** Follows a request to the sign-in page, or to the redirect out when none is needed. */
async function open(request: Request): Promise<Response> {
  return browser.follow(await browser.get(request.url), sandbox.url);
}

async function choose(page: Response, pid: string, level = 'idporten-loa-substantial'): Promise<Response> {
  return browser.follow(await browser.post(`${page.url}/login`, { pid, level }), sandbox.url);
}

function answer(response: Response): URLSearchParams {
  return new URL(response.headers.get('location') ?? 'missing:').searchParams;
}

async function redeem(request: Request, response: Response, by: 'basic' | 'post' = 'basic') {
  const secret = { client_id: 'kvitt-portal', client_secret: 'sandbox-idporten-secret' };
  const reply = await fetch(`${issuer()}/token`, {
    method: 'POST',
    headers: by === 'basic' ? { authorization: `Basic ${btoa(Object.values(secret).join(':'))}` } : {},
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: answer(response).get('code') ?? '',
      redirect_uri: callback,
      code_verifier: request.verifier,
      ...(by === 'post' ? secret : {}),
    }),
  });
  const body = (await reply.json()) as { id_token: string };
  expect(reply.status, JSON.stringify(body)).toBe(200);
  const keys = createRemoteJWKSet(new URL(`${issuer()}/jwk`));
  return (await jwtVerify(body.id_token, keys, { issuer: issuer(), audience: 'kvitt-portal' })).payload;
}

async function signIn(pid: string, change: Record<string, string> = {}, level?: string) {
  const request = authorize(change);
  return redeem(request, await choose(await open(request), pid, level));
}

describe('metadata', () => {
  it('tells what ID-porten tells', async () => {
    const metadata = await (await fetch(`${issuer()}/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({
      issuer: issuer(),
      authorization_endpoint: `${issuer()}/authorize`,
      token_endpoint: `${issuer()}/token`,
      end_session_endpoint: `${issuer()}/logout`,
      pushed_authorization_request_endpoint: `${issuer()}/par`,
      acr_values_supported: ['idporten-loa-substantial', 'idporten-loa-high'],
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
      authorization_response_iss_parameter_supported: true,
    });
  });
});

describe('sign-in', () => {
  it('gives a code and an id_token with the claims of ID-porten', async () => {
    const request = authorize({ ui_locales: 'nn' });
    const page = await open(request);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('lang="nn"');
    expect(text.match(/name="pid"/g)).toHaveLength(12);
    expect(text).toContain(`data-pid="${kari}"`);

    const done = await choose(page, kari);
    expect(done.headers.get('location')).toMatch(new RegExp(`^${callback}\\?`));
    expect(answer(done).get('state')).toBe('the-state');
    expect(answer(done).get('iss')).toBe(issuer());

    const claims = await redeem(request, done, 'post');
    expect(claims).toMatchObject({
      pid: kari,
      acr: 'idporten-loa-substantial',
      amr: ['Minid-APP'],
      locale: 'nn',
      nonce: request.nonce,
      auth_time: expect.any(Number),
      sid: expect.any(String),
      jti: expect.any(String),
    });
    expect(claims.sub).not.toContain(kari);
  });

  it('knows the person at the next request without asking', async () => {
    const first = await signIn(kari);
    const request = authorize();
    const second = await redeem(request, await open(request));
    expect(second).toMatchObject({ pid: kari, sid: first.sid, auth_time: first.auth_time, sub: first.sub });
  });

  it('steps up a session of a lower level, and keeps a higher one', async () => {
    const low = await signIn(kari);
    const request = authorize({ acr_values: 'idporten-loa-high' });
    const page = await open(request);
    const text = await page.text();
    expect(text).toContain('BankID (høyt nivå)');
    expect(text).not.toContain('MinID');

    const tooLow = await choose(page, kari, 'idporten-loa-substantial');
    expect(tooLow.status).toBe(400);
    const high = await redeem(request, await choose(page, kari, 'idporten-loa-high'));
    expect(high).toMatchObject({ acr: 'idporten-loa-high', amr: ['BankID'], sid: low.sid });

    const later = authorize({ acr_values: 'idporten-loa-substantial' });
    expect(await redeem(later, await open(later))).toMatchObject({ acr: 'idporten-loa-high' });
  });

  it('asks anew at prompt=login and gives a new auth_time', async () => {
    const first = await signIn(kari);
    offsetMs = 60_000;
    const request = authorize({ prompt: 'login' });
    const page = await open(request);
    expect(page.status).toBe(200);
    const second = await redeem(request, await choose(page, kari));
    expect(second.auth_time).toBeGreaterThan(Number(first.auth_time));
  });

  it('lets another person sign in over the session of the first', async () => {
    const first = await signIn(kari);
    const second = await signIn(lars, { prompt: 'login' });
    expect(second.pid).toBe(lars);
    expect(second.sub).not.toBe(first.sub);
    expect(second.sid).not.toBe(first.sid);
  });

  it('answers access_denied when the person cancels', async () => {
    const page = await open(authorize());
    const done = await browser.follow(await browser.post(`${page.url}/cancel`, {}), sandbox.url);
    expect(Object.fromEntries(answer(done))).toMatchObject({
      error: 'access_denied',
      state: 'the-state',
      iss: issuer(),
    });
  });

  it('answers login_required at prompt=none without a session', async () => {
    expect(answer(await open(authorize({ prompt: 'none' }))).get('error')).toBe('login_required');
  });

  it('takes the request by PAR as well', async () => {
    const request = authorize();
    const reply = await fetch(`${issuer()}/par`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('kvitt-portal:sandbox-idporten-secret')}` },
      body: new URL(request.url).searchParams,
    });
    const { request_uri } = (await reply.json()) as { request_uri: string };
    const query = new URLSearchParams({ client_id: 'kvitt-portal', request_uri });
    const page = await browser.follow(await browser.get(`${issuer()}/authorize?${query}`), sandbox.url);
    expect(await redeem(request, await choose(page, kari))).toMatchObject({ pid: kari });
  });

  it('sends a stale sign-in page back to the service', async () => {
    const page = await open(authorize());
    await choose(page, kari);
    const again = await browser.post(`${page.url}/login`, { pid: kari, level: 'idporten-loa-substantial' });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('utløpt');
  });
});

describe('demands', () => {
  it.each(['state', 'nonce', 'code_challenge'])('refuses a request without %s', async (parameter) => {
    const change = {
      [parameter]: undefined,
      ...(parameter === 'code_challenge' && { code_challenge_method: undefined }),
    };
    const refused = await open(authorize(change));
    expect(refused.headers.get('location')).toContain(callback);
    expect(answer(refused).get('error')).toBe('invalid_request');
  });

  it('refuses the plain challenge and other response types', async () => {
    expect(answer(await open(authorize({ code_challenge_method: 'plain' }))).get('error')).toBe(
      'invalid_request',
    );
    const refused = await open(authorize({ response_type: 'id_token' }));
    expect(refused.headers.get('location')).toContain('unsupported_response_type');
  });

  it('shows an error, and redirects nowhere, for an unknown redirect_uri', async () => {
    const refused = await open(authorize({ redirect_uri: 'http://localhost:3000/elsewhere' }));
    expect(refused.status).toBe(400);
    expect(refused.headers.get('location')).toBeNull();
    expect(await refused.text()).toContain('invalid_redirect_uri');
  });

  it('redeems a code once, and only with its verifier', async () => {
    const request = authorize();
    const done = await choose(await open(request), kari);
    await expect(redeem({ ...request, verifier: 'x'.repeat(43) }, done)).rejects.toThrow('invalid_grant');
    await redeem(request, done);
    await expect(redeem(request, done)).rejects.toThrow('invalid_grant');
  });
});

describe('logout', () => {
  const signedOut = `${portalUrl}/signed-out`;
  const parameters = { client_id: 'kvitt-portal', post_logout_redirect_uri: signedOut, state: 's&1' };

  it('tells every client by iframe with iss and sid, ends the session and goes on', async () => {
    const { sid } = await signIn(kari);
    const other = authorize({ client_id: 'other-service', redirect_uri: 'http://localhost:3999/callback' });
    expect(answer(await open(other)).get('code')).toBeTruthy();

    const page = await browser.get(`${issuer()}/logout?${new URLSearchParams(parameters)}`);
    const text = (await page.text()).replaceAll('&#38;', '&');
    expect(page.status).toBe(200);
    const iss = encodeURIComponent(issuer());
    expect(text).toContain(`src="${portalUrl}/frontchannel-logout?iss=${iss}&sid=${sid}"`);
    expect(text).toContain('src="http://localhost:3999/frontchannel?from=idporten&iss=');
    expect(text).toContain(`http-equiv="refresh" content="1;url=${signedOut}?state=s%261"`);

    expect(answer(await open(authorize({ prompt: 'none' }))).get('error')).toBe('login_required');
  });

  it('takes a POST', async () => {
    await signIn(kari);
    const page = await browser.follow(await browser.post(`${issuer()}/logout`, parameters), sandbox.url);
    expect(await page.text()).toContain('<iframe');
  });

  it('goes straight on when nobody is signed in', async () => {
    const page = await browser.get(`${issuer()}/logout?${new URLSearchParams(parameters)}`);
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toBe(`${signedOut}?state=s%261`);
  });

  it('redirects to no unregistered address', async () => {
    await signIn(kari);
    const wrong = { ...parameters, post_logout_redirect_uri: 'https://evil.example/' };
    const refused = await browser.get(`${issuer()}/logout?${new URLSearchParams(wrong)}`);
    expect(refused.status).toBe(400);
    const { client_id: _, ...anonymous } = wrong;
    const page = await browser.get(`${issuer()}/logout?${new URLSearchParams(anonymous)}`);
    expect(await page.text()).not.toContain('evil.example');
  });
});
