import { describe, expect, it } from 'vitest';
import {
  answer,
  authorize,
  callback,
  choose,
  issuer,
  kari,
  lars,
  open,
  portalStage,
  portalUrl,
  redeem,
  signIn,
} from './testing/portal.ts';

const stage = portalStage();

describe('metadata', () => {
  it('tells what ID-porten tells', async () => {
    const metadata = await (await fetch(`${issuer(stage)}/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({
      issuer: issuer(stage),
      authorization_endpoint: `${issuer(stage)}/authorize`,
      token_endpoint: `${issuer(stage)}/token`,
      end_session_endpoint: `${issuer(stage)}/logout`,
      pushed_authorization_request_endpoint: `${issuer(stage)}/par`,
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
    const request = authorize(stage, { ui_locales: 'nn' });
    const page = await open(stage, request);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('lang="nn"');
    expect(text.match(/name="pid"/g)).toHaveLength(12);
    expect(text).toContain(`data-pid="${kari}"`);

    const done = await choose(stage, page, kari);
    expect(done.headers.get('location')).toMatch(new RegExp(`^${callback}\\?`));
    expect(answer(done).get('state')).toBe('the-state');
    expect(answer(done).get('iss')).toBe(issuer(stage));

    const claims = await redeem(stage, request, done, 'post');
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
    const first = await signIn(stage, kari);
    const request = authorize(stage);
    const second = await redeem(stage, request, await open(stage, request));
    expect(second).toMatchObject({ pid: kari, sid: first.sid, auth_time: first.auth_time, sub: first.sub });
  });

  it('steps up a session of a lower level, and keeps a higher one', async () => {
    const low = await signIn(stage, kari);
    const request = authorize(stage, { acr_values: 'idporten-loa-high' });
    const page = await open(stage, request);
    const text = await page.text();
    expect(text).toContain('BankID (høyt nivå)');
    expect(text).not.toContain('MinID');

    const tooLow = await choose(stage, page, kari, 'idporten-loa-substantial');
    expect(tooLow.status).toBe(400);
    const high = await redeem(stage, request, await choose(stage, page, kari, 'idporten-loa-high'));
    expect(high).toMatchObject({ acr: 'idporten-loa-high', amr: ['BankID'], sid: low.sid });

    const later = authorize(stage, { acr_values: 'idporten-loa-substantial' });
    expect(await redeem(stage, later, await open(stage, later))).toMatchObject({ acr: 'idporten-loa-high' });
  });

  it('asks anew at prompt=login and gives a new auth_time', async () => {
    const first = await signIn(stage, kari);
    stage.offsetMs = 60_000;
    const request = authorize(stage, { prompt: 'login' });
    const page = await open(stage, request);
    expect(page.status).toBe(200);
    const second = await redeem(stage, request, await choose(stage, page, kari));
    expect(second.auth_time).toBeGreaterThan(Number(first.auth_time));
  });

  it('lets another person sign in over the session of the first', async () => {
    const first = await signIn(stage, kari);
    const second = await signIn(stage, lars, { prompt: 'login' });
    expect(second.pid).toBe(lars);
    expect(second.sub).not.toBe(first.sub);
    expect(second.sid).not.toBe(first.sid);
  });

  it('answers access_denied when the person cancels', async () => {
    const page = await open(stage, authorize(stage));
    const done = await stage.browser.follow(
      await stage.browser.post(`${page.url}/cancel`, {}),
      stage.sandbox.url,
    );
    expect(Object.fromEntries(answer(done))).toMatchObject({
      error: 'access_denied',
      state: 'the-state',
      iss: issuer(stage),
    });
  });

  it('answers login_required at prompt=none without a session', async () => {
    expect(answer(await open(stage, authorize(stage, { prompt: 'none' }))).get('error')).toBe(
      'login_required',
    );
  });

  it('takes the request by PAR as well', async () => {
    const request = authorize(stage);
    const reply = await fetch(`${issuer(stage)}/par`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('kvitt-portal:sandbox-idporten-secret')}` },
      body: new URL(request.url).searchParams,
    });
    const { request_uri } = (await reply.json()) as { request_uri: string };
    const query = new URLSearchParams({ client_id: 'kvitt-portal', request_uri });
    const page = await stage.browser.follow(
      await stage.browser.get(`${issuer(stage)}/authorize?${query}`),
      stage.sandbox.url,
    );
    expect(await redeem(stage, request, await choose(stage, page, kari))).toMatchObject({ pid: kari });
  });

  it('sends a stale sign-in page back to the service', async () => {
    const page = await open(stage, authorize(stage));
    await choose(stage, page, kari);
    const again = await stage.browser.post(`${page.url}/login`, {
      pid: kari,
      level: 'idporten-loa-substantial',
    });
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
    const refused = await open(stage, authorize(stage, change));
    expect(refused.headers.get('location')).toContain(callback);
    expect(answer(refused).get('error')).toBe('invalid_request');
  });

  it('refuses the plain challenge and other response types', async () => {
    expect(answer(await open(stage, authorize(stage, { code_challenge_method: 'plain' }))).get('error')).toBe(
      'invalid_request',
    );
    const refused = await open(stage, authorize(stage, { response_type: 'id_token' }));
    expect(refused.headers.get('location')).toContain('unsupported_response_type');
  });

  it('shows an error, and redirects nowhere, for an unknown redirect_uri', async () => {
    const refused = await open(stage, authorize(stage, { redirect_uri: 'http://localhost:3000/elsewhere' }));
    expect(refused.status).toBe(400);
    expect(refused.headers.get('location')).toBeNull();
    expect(await refused.text()).toContain('invalid_redirect_uri');
  });

  it('redeems a code once, and only with its verifier', async () => {
    const request = authorize(stage);
    const done = await choose(stage, await open(stage, request), kari);
    await expect(redeem(stage, { ...request, verifier: 'x'.repeat(43) }, done)).rejects.toThrow(
      'invalid_grant',
    );
    await redeem(stage, request, done);
    await expect(redeem(stage, request, done)).rejects.toThrow('invalid_grant');
  });
});

describe('logout', () => {
  const signedOut = `${portalUrl}/signed-out`;
  const parameters = { client_id: 'kvitt-portal', post_logout_redirect_uri: signedOut, state: 's&1' };

  it('tells every client by iframe with iss and sid, ends the session and goes on', async () => {
    const { sid } = await signIn(stage, kari);
    const other = authorize(stage, {
      client_id: 'other-service',
      redirect_uri: 'http://localhost:3999/callback',
    });
    expect(answer(await open(stage, other)).get('code')).toBeTruthy();

    const page = await stage.browser.get(`${issuer(stage)}/logout?${new URLSearchParams(parameters)}`);
    const text = (await page.text()).replaceAll('&#38;', '&');
    expect(page.status).toBe(200);
    const iss = encodeURIComponent(issuer(stage));
    expect(text).toContain(`src="${portalUrl}/frontchannel-logout?iss=${iss}&sid=${sid}"`);
    expect(text).toContain('src="http://localhost:3999/frontchannel?from=idporten&iss=');
    expect(text).toContain(`http-equiv="refresh" content="1;url=${signedOut}?state=s%261"`);

    expect(answer(await open(stage, authorize(stage, { prompt: 'none' }))).get('error')).toBe(
      'login_required',
    );
  });

  it('takes a POST', async () => {
    await signIn(stage, kari);
    const page = await stage.browser.follow(
      await stage.browser.post(`${issuer(stage)}/logout`, parameters),
      stage.sandbox.url,
    );
    expect(await page.text()).toContain('<iframe');
  });

  it('goes straight on when nobody is signed in', async () => {
    const page = await stage.browser.get(`${issuer(stage)}/logout?${new URLSearchParams(parameters)}`);
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toBe(`${signedOut}?state=s%261`);
  });

  it('redirects to no unregistered address', async () => {
    await signIn(stage, kari);
    const wrong = { ...parameters, post_logout_redirect_uri: 'https://evil.example/' };
    const refused = await stage.browser.get(`${issuer(stage)}/logout?${new URLSearchParams(wrong)}`);
    expect(refused.status).toBe(400);
    const { client_id: _, ...anonymous } = wrong;
    const page = await stage.browser.get(`${issuer(stage)}/logout?${new URLSearchParams(anonymous)}`);
    expect(await page.text()).not.toContain('evil.example');
  });
});
