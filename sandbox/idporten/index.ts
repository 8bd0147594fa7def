import express from 'express';
import type { Party } from '../context.ts';
import { applyAvailability, availabilityFaults } from '../faults.ts';
import { createClients, type ExtraClient } from './clients.ts';
import { createInteractionRouter } from './interaction.ts';
import { createProvider } from './provider.ts';

/**
 * ID-porten: OpenID Connect code flow with PKCE, `state` and `nonce` demanded, levels `idporten-loa-substantial`
 * and `idporten-loa-high`, single sign-on, step-up, and logout with front-channel notice to every client.
 */
export function idporten(extraClients: ExtraClient[]): Party {
  return {
    id: 'idporten',
    title: 'ID-porten',
    faults: { availability: availabilityFaults },
    links: { '/.well-known/openid-configuration': 'Metadata (OpenID Connect Discovery)' },
    create(context) {
      const provider = createProvider(context, createClients(context.portalUrl, extraClients));
      const router = express.Router();
      router.use(applyAvailability('idporten', context));
      router.use('/interaction', createInteractionRouter(provider, context));
      router.post('/logout', express.urlencoded({ extended: false }), (request, response) => {
        // A POST from another site comes without the Lax session cookie; as a top-level GET it has it.
        response.redirect(303, context.url(`/logout?${new URLSearchParams(request.body ?? {})}`));
      });
      router.use(provider.callback());
      return router;
    },
  };
}
