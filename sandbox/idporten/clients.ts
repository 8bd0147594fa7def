import type { ClientMetadata } from 'oidc-provider';

/** A client besides the portal; fields as in its registration at ID-porten. */
export interface ExtraClient {
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  postLogoutRedirectUris?: string[];
  frontchannelLogoutUri?: string;
}

/** The registered clients. Each may send its secret by `client_secret_basic` or `client_secret_post`. */
export function createClients(portalUrl: string, extraClients: ExtraClient[]): ClientMetadata[] {
  const portal: ExtraClient = {
    clientId: 'kvitt-portal',
    clientSecret: 'sandbox-idporten-secret',
    redirectUris: [`${portalUrl}/api/auth/callback/idporten`, `${portalUrl}/step-up/callback`],
    postLogoutRedirectUris: [`${portalUrl}/signed-out`],
    frontchannelLogoutUri: `${portalUrl}/frontchannel-logout`,
  };
  return [portal, ...extraClients].map((client) => ({
    client_id: client.clientId,
    client_secret: client.clientSecret,
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris ?? [],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    subject_type: 'pairwise',
    frontchannel_logout_uri: client.frontchannelLogoutUri,
    frontchannel_logout_session_required: client.frontchannelLogoutUri !== undefined,
  }));
}
