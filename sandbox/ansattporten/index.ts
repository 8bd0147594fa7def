import express from 'express';
import type { Party } from '../context.ts';
import { applyAvailability, availabilityFaults } from '../faults.ts';
import { createInteractionRouter } from './interaction.ts';
import { createProvider } from './provider.ts';

/**
 * Ansattporten: the sign-in of employees, who act for the organisation they choose. Shapes follow Digdir's public
 * documentation of Ansattporten and its types of authorization details (docs.digdir.no, `ansattporten_rar`).
 */
export function ansattporten(): Party {
  return {
    id: 'ansattporten',
    title: 'Ansattporten',
    faults: { availability: availabilityFaults },
    links: { '/.well-known/openid-configuration': 'Metadata (OpenID Connect Discovery)' },
    create(context) {
      const provider = createProvider(context);
      const router = express.Router();
      router.use(applyAvailability('ansattporten', context));
      router.use('/interaction', createInteractionRouter(provider, context));
      router.use(provider.callback());
      return router;
    },
  };
}
