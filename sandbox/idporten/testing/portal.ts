import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createSandbox, type Sandbox } from '../../app.ts';
import { type Browser, createBrowser } from '../../testing/browser.ts';

export const portalUrl = 'http://localhost:3000';
export const callback = `${portalUrl}/api/auth/callback/idporten`;
export const kari = '12858514140';
export const lars = '21866417404';

/** The portal as ID-porten knows it, in a browser of its own for each test. */
export interface PortalStage {
  sandbox: Sandbox;
  browser: Browser;
  /** How far the sandbox's clock has gone. */
  offsetMs: number;
}

/** For the tests of one file; filled in before the first. */
export function portalStage(): PortalStage {
  const stage = { offsetMs: 0 } as PortalStage;
  beforeAll(async () => {
    stage.sandbox = await createSandbox({
      port: 0,
      smtpPort: 0,
      portalUrl,
      now: () => new Date(Date.now() + stage.offsetMs),
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
  afterAll(() => stage.sandbox?.close());
  beforeEach(() => {
    stage.browser = createBrowser();
    stage.offsetMs = 0;
  });
  return stage;
}

export const issuer = ({ sandbox }: PortalStage) => `${sandbox.url}/idporten`;

export interface Request {
  verifier: string;
  nonce: string;
  url: string;
}

/** An authorization request; `change` replaces parameters, and removes those set to undefined. */
export function authorize(stage: PortalStage, change: Record<string, string | undefined> = {}): Request {
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
  return { verifier, nonce, url: `${issuer(stage)}/authorize?${query}` };
}

/** Follows a request to the sign-in page, or to the redirect out when none is needed. */
export async function open({ browser, sandbox }: PortalStage, request: Request): Promise<Response> {
  return browser.follow(await browser.get(request.url), sandbox.url);
}

export async function choose(
  { browser, sandbox }: PortalStage,
  page: Response,
  pid: string,
  level = 'idporten-loa-substantial',
): Promise<Response> {
  return browser.follow(await browser.post(`${page.url}/login`, { pid, level }), sandbox.url);
}

export function answer(response: Response): URLSearchParams {
  return new URL(response.headers.get('location') ?? 'missing:').searchParams;
}

export async function redeem(
  stage: PortalStage,
  request: Request,
  response: Response,
  by: 'basic' | 'post' = 'basic',
) {
  const secret = { client_id: 'kvitt-portal', client_secret: 'sandbox-idporten-secret' };
  const reply = await fetch(`${issuer(stage)}/token`, {
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
  const keys = createRemoteJWKSet(new URL(`${issuer(stage)}/jwk`));
  return (await jwtVerify(body.id_token, keys, { issuer: issuer(stage), audience: 'kvitt-portal' })).payload;
}

export async function signIn(
  stage: PortalStage,
  pid: string,
  change: Record<string, string> = {},
  level?: string,
) {
  const request = authorize(stage, change);
  return redeem(stage, request, await choose(stage, await open(stage, request), pid, level));
}
