import { fjordvikAgreements } from './fjordvik-agreements.ts';
import { issued } from './issued.ts';
import { owners, type SeedOwner } from './owners.ts';
import { people } from './people.ts';
import { services } from './services/index.ts';

/** An owner's payment agreement; a service names it in `payment.agreement`. */
export interface SeedAgreement {
  /** Keys of a merchant of its own in the sandbox; absent means the one that all owners share. */
  credentials?: object;
  ownerSlug: SeedOwner['slug'];
  name: string;
  provider: string;
  displayName: string;
  /** What the contract allows, in the provider's names. */
  methods: string[];
}

const agreements: readonly SeedAgreement[] = owners.map((owner) => ({
  ownerSlug: owner.slug,
  name: 'nets',
  provider: 'nets',
  displayName: 'Nets (Nexi Checkout)',
  methods: ['Visa', 'MasterCard', 'Dankort', 'AmericanExpress'],
}));

/** Everything that an empty database is filled with for a demonstration. */
export const demo = {
  owners,
  services,
  agreements: [...agreements, ...fjordvikAgreements],
  people,
  issued,
};
