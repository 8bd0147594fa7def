import { env } from '@/lib/core/env.ts';
import type { StaffSignInDeps } from '@/lib/identity/staff/deps.ts';
import { app } from '@/lib/workflow/app.ts';

/** What signing in employees needs: the app, and our registration at Ansattporten. */
export function staffSignInDeps(): StaffSignInDeps {
  const config = env();
  return {
    ...app(),
    ansattporten: {
      issuer: config.ANSATTPORTEN_ISSUER,
      clientId: config.ANSATTPORTEN_CLIENT_ID,
      clientSecret: config.ANSATTPORTEN_CLIENT_SECRET,
      resources: config.ANSATTPORTEN_RESOURCES,
    },
    fetch: globalThis.fetch,
  };
}
