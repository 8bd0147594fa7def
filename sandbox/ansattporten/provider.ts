import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { SandboxContext } from '../context.ts';
import { html, page } from '../html.ts';
import { createAdapter } from '../idporten/adapter.ts';
import { findEmployee } from './employees.ts';
import { authorizationDetails, readRepresentation } from './representation.ts';

/**
 * `oidc-provider` set up as Ansattporten: an issuer of its own beside ID-porten, without single sign-on, userinfo and
 * logout; `acr` is `substantial` or `high`; PKCE, `state` and `nonce` are demanded; whom one represents stands in the
 * claim `authorization_details`.
 */
export function createProvider(context: SandboxContext): Provider {
  const asked = new Map<string, unknown>();
  const provider = new Provider(context.url(), {
    adapter: createAdapter(),
    clients: [
      {
        client_id: 'kvitt-admin',
        client_secret: 'sandbox-ansattporten-secret',
        token_endpoint_auth_method: 'client_secret_basic',
        redirect_uris: [`${context.portalUrl}/admin/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        subject_type: 'pairwise',
      },
    ],
    jwks: { keys: [createSigningKey()] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: {
        session: 'ansattporten_session',
        interaction: 'ansattporten_interaction',
        resume: 'ansattporten_resume',
      },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/ansattporten' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    routes: { authorization: '/authorize', token: '/token', jwks: '/jwk' },
    scopes: ['openid', 'profile'],
    claims: {
      openid: [
        'sub',
        'pid',
        'acr',
        'amr',
        'auth_time',
        'locale',
        'jti',
        'given_name',
        'family_name',
        'authorization_details',
      ],
    },
    acrValues: ['substantial', 'high'],
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, accountId, client) =>
      createHash('sha256').update(`ansattporten ${client.clientId} ${accountId}`).digest('base64url'),
    pkce: { methods: ['S256'], required: () => true },
    extraParams: {
      state: (_ctx, value) => demand('state', value),
      nonce: (_ctx, value) => demand('nonce', value),
      authorization_details: (_ctx, value) => {
        if (!readRepresentation(value)) throw new errors.InvalidRequest('authorization_details is not valid');
      },
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      // With it the library wants a `resource` beside `authorization_details`, which Ansattporten does not.
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: {
      policy: createPolicy(),
      url: (_ctx, interaction) => `/ansattporten/interaction/${interaction.uid}`,
    },
    ttl: {
      AccessToken: 120,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 120,
      Interaction: 1800,
      Session: 600,
    },
    findAccount: (_ctx, accountId, token) => {
      const employee = findEmployee(accountId);
      if (!employee) return undefined;
      const grantId = token && 'grantId' in token ? token.grantId : undefined;
      const wanted = readRepresentation(grantId && asked.get(grantId));
      return {
        accountId,
        claims: (_use, scope) => ({
          sub: accountId,
          pid: employee.pid,
          locale: 'nb',
          jti: context.randomHex(8),
          ...(scope.split(' ').includes('profile') && {
            given_name: employee.name.first,
            family_name: employee.name.last,
          }),
          authorization_details: wanted && authorizationDetails(wanted, employee),
        }),
      };
    },
    // Nobody is asked for consent; each sign-in has a grant of its own, so that it knows what it was asked for.
    loadExistingGrant: async (ctx) => {
      const { client, account, params } = ctx.oidc;
      if (!client || !account) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope('openid profile');
      asked.set(await grant.save(), params?.authorization_details);
      return grant;
    },
    renderError,
  });
  provider.on('server_error', (_ctx, error) => context.log(`ansattporten: ${error.stack ?? error.message}`));
  return provider;
}

/** There is no single sign-on: every request is answered by somebody who signs in now. */
function createPolicy() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('no_sso', 'there is no single sign-on', (ctx) =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

function demand(parameter: string, value: string | undefined): void {
  if (!value) throw new errors.InvalidRequest(`missing required parameter '${parameter}'`);
}

function createSigningKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' };
}

function renderError(ctx: KoaContextWithOIDC, out: { error: string; error_description?: string }): void {
  ctx.type = 'html';
  ctx.body = page(
    'Innloggingen kan ikke fortsette',
    html`
    <p class="problem" role="alert">${out.error}${out.error_description && `: ${out.error_description}`}</p>
    <p>Gå tilbake til tjenesten du kom fra og logg inn på nytt.</p>`,
    { party: 'Ansattporten' },
  );
}
