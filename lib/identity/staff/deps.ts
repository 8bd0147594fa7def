import type { StaffRole } from '@/lib/core/staff-actor.ts';
import type { IdentityDeps, IdportenClient, SignInDeps } from '../deps.ts';

/** Our registration as a client of Ansattporten, and the Altinn resources that stand for the roles. */
export interface AnsattportenClient extends IdportenClient {
  resources: Readonly<Record<StaffRole, string>>;
}

/** What the sign-in of employees needs; it shares nothing with the citizens' but code. */
export interface StaffSignInDeps extends IdentityDeps {
  /** Origin of the portal, without a trailing slash. */
  portalUrl: string;
  ansattporten: AnsattportenClient;
  fetch: typeof fetch;
}

/** The same as the steps of a code flow want it: they ask only for an issuer and a client. */
export function codeFlowDeps(deps: StaffSignInDeps): Pick<SignInDeps, 'idporten' | 'fetch' | 'clock'> {
  return { idporten: deps.ansattporten, fetch: deps.fetch, clock: deps.clock };
}

export function staffRedirectUri(portalUrl: string): string {
  return `${portalUrl}/admin/sign-in/callback`;
}
