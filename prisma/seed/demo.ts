import { fjordvikAgreements } from './fjordvik-agreements.ts';
import { issued } from './issued.ts';
import { fjordvik, owners, type SeedOwner } from './owners.ts';
import { people } from './people.ts';
import { services } from './services/index.ts';

/** An owner's payment agreement; a service names it in `payment.agreement`. */
export interface SeedAgreement {
  ownerSlug: SeedOwner['slug'];
  name: string;
  provider: string;
  displayName: string;
  /** What the contract allows, in the provider's names. */
  methods: string[];
  /** Of its own merchant in the sandbox; absent means the one that all owners share. */
  credentials?: object;
}

const byCard = {
  name: 'nets',
  provider: 'nets',
  displayName: 'Nets (Nexi Checkout)',
  methods: ['Visa', 'MasterCard', 'Dankort', 'AmericanExpress'],
};

/** Every owner takes cards by Nets; the municipality has agreements with the others too. */
const agreements: readonly SeedAgreement[] = [
  ...owners.map((owner) => ({ ownerSlug: owner.slug, ...byCard })),
  ...fjordvikAgreements.map((agreement) => ({ ownerSlug: fjordvik.slug, ...agreement })),
];

/** Everything that an empty database is filled with for a demonstration. */
export const demo = { owners, services, agreements, people, issued };
