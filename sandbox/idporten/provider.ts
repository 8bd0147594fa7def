import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, {
  type ClientMetadata,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { SandboxContext } from '../context.ts';
import { html, page } from '../html.ts';
import { findPersonByKey } from '../register/books.ts';
import { createAdapter } from './adapter.ts';
import { isEnough, levels, wantedLevel } from './levels.ts';
import { renderLogout, renderSignedOut, sessionCookie, skipConfirmation } from './logout.ts';
import { pickLocale } from './texts.ts';

const sessionSlidingSeconds = 30 * 60;
const sessionMaxSeconds = 120 * 60;

/** `oidc-provider` set up as ID-porten: its paths, claims, lifetimes and demands. Keys live as long as the process. */
export function createProvider(context: SandboxContext, clients: ClientMetadata[]): Provider {
  const locales = new Map<string, string>();

  const provider = new Provider(context.url(), {
    adapter: createAdapter(),
    clients,
    jwks: { keys: [createSigningKey()] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: sessionCookie, interaction: 'idporten_interaction', resume: 'idporten_resume' },
      // Lax, not the library's None: None wants Secure, and the sandbox speaks http.
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/idporten' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      jwks: '/jwk',
      userinfo: '/userinfo',
      end_session: '/logout',
      pushed_authorization_request: '/par',
    },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', 'pid', 'acr', 'amr', 'auth_time', 'locale', 'jti'] },
    acrValues: [...levels],
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    extraClientMetadata: { properties: ['frontchannel_logout_uri', 'frontchannel_logout_session_required'] },
    subjectTypes: ['pairwise'],
    // The same in every run: a client may know a person by `sub` from before the sandbox was restarted.
    pairwiseIdentifier: (_ctx, accountId, client) =>
      createHash('sha256').update(`sandbox ${client.clientId} ${accountId}`).digest('base64url'),
    pkce: { methods: ['S256'], required: () => true },
    extraParams: {
      state: (_ctx, value) => demand('state', value),
      nonce: (_ctx, value) => demand('nonce', value),
    },
    discovery: {
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
      ui_locales_supported: ['nb', 'nn', 'en', 'se'],
      prompt_values_supported: ['login', 'none'],
    },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: renderLogout,
        postLogoutSuccessSource: renderSignedOut,
      },
    },
    interactions: {
      policy: createPolicy(),
      url: (_ctx, interaction) => `/idporten/interaction/${interaction.uid}`,
    },
    ttl: {
      AccessToken: 120,
      AuthorizationCode: 60,
      Grant: sessionMaxSeconds,
      IdToken: 120,
      Interaction: 30 * 60,
      Session: (_ctx, session) => {
        const nowSeconds = Math.floor(Date.now() / 1000);
        return Math.max(
          1,
          Math.min(sessionSlidingSeconds, (session.loginTs ?? nowSeconds) + sessionMaxSeconds - nowSeconds),
        );
      },
    },
    findAccount: (_ctx, accountId, token) => {
      const person = findPersonByKey(accountId);
      if (!person) return undefined;
      const locale = token && 'grantId' in token && token.grantId ? locales.get(token.grantId) : undefined;
      return {
        accountId,
        claims: () => ({
          sub: accountId,
          pid: person.pid,
          locale: locale ?? 'nb',
          jti: context.randomHex(16),
        }),
      };
    },
    // Nobody is asked for consent at ID-porten.
    loadExistingGrant: async (ctx) => {
      const { client, session, account, params } = ctx.oidc;
      if (!client || !session || !account) return undefined;
      const known = session.grantIdFor(client.clientId);
      const grant =
        (known && (await provider.Grant.find(known))) ||
        new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope('openid profile');
      locales.set(await grant.save(), pickLocale(params?.ui_locales));
      return grant;
    },
    renderError,
  });

  // The library puts `sid` in the id_token only for back-channel logout, which ID-porten does not have.
  Object.defineProperty(provider.Client.prototype, 'includeSid', {
    value(this: Record<string, unknown>) {
      return this.frontchannel_logout_session_required === true;
    },
  });
  provider.use(skipConfirmation);
  provider.on('server_error', (_ctx, error) => context.log(`idporten: ${error.stack ?? error.message}`));
  return provider;
}

function createPolicy() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const { Check } = interactionPolicy;
  policy.get('login')?.checks.add(
    new Check('level', 'the session has a lower level than acr_values asks for', (ctx) => {
      const { session, params } = ctx.oidc;
      const enough = isEnough(session?.acr, wantedLevel(params?.acr_values));
      return !session?.accountId || enough ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
    }),
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
    { party: 'ID-porten' },
  );
}
