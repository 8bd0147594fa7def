import { providers } from '@/lib/payments/providers/registry.ts';
import type { OwnService } from '@/lib/services/own-service.ts';
import type { KnownHere } from '@/lib/services/publish-draft.ts';
import type { App } from '../app.ts';
import { variants } from '../variants/registry.ts';

/** What a service of this owner can be checked against: the variants, and what its payment agreement can do. */
export async function serviceKnown(
  app: App,
  { service, draft, published }: OwnService,
): Promise<KnownHere & { methods: readonly string[] }> {
  const name = (draft ?? published)?.definition.payment.agreement ?? '';
  const agreement = await app.db.paymentAgreement.findUnique({
    where: {
      ownerId_environment_name: { ownerId: service.ownerId, environment: service.environment, name },
    },
  });
  const { capabilities } = agreement ? app.openProvider(agreement) : {};
  return {
    variants: variants.all(),
    methods: agreement ? providers.get(agreement.provider).methods : [],
    ...(capabilities && { reservationDays: capabilities.reservationDays }),
  };
}
