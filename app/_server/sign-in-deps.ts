import { env } from '@/lib/core/env.ts';
import type { SignInDeps } from '@/lib/identity/deps.ts';
import { app } from '@/lib/workflow/app.ts';

/** What signing in, stepping up and signing out need: the app, and our registration at ID-porten. */
export function signInDeps(): SignInDeps {
  const config = env();
  return {
    ...app(),
    authSecret: config.NEXTAUTH_SECRET,
    idporten: {
      issuer: config.IDPORTEN_ISSUER,
      clientId: config.IDPORTEN_CLIENT_ID,
      clientSecret: config.IDPORTEN_CLIENT_SECRET,
    },
    fetch: globalThis.fetch,
  };
}
