import type { Language } from '@/lib/core/language.ts';

/** An invented owner of services. */
export interface SeedOwner {
  slug: string;
  /** Test number: passes MOD11 and begins with 3, where no real organisation's does. */
  orgNumber: string;
  name: Record<Language, string>;
  kind: 'state' | 'municipality';
  email: string;
}

export const merkestyret: SeedOwner = {
  slug: 'merkestyret',
  orgNumber: '310419273',
  name: { nb: 'Merkestyret', nn: 'Merkestyret', en: 'Merkestyret, the trademark authority' },
  kind: 'state',
  email: 'post@merkestyret.example',
};

export const kystregisteret: SeedOwner = {
  slug: 'kystregisteret',
  orgNumber: '312088460',
  name: { nb: 'Kystregisteret', nn: 'Kystregisteret', en: 'Kystregisteret, the small boat register' },
  kind: 'state',
  email: 'post@kystregisteret.example',
};

export const fjordvik: SeedOwner = {
  slug: 'fjordvik',
  orgNumber: '314555902',
  name: { nb: 'Fjordvik kommune', nn: 'Fjordvik kommune', en: 'Fjordvik municipality' },
  kind: 'municipality',
  email: 'postmottak@fjordvik.example',
};

export const owners: readonly SeedOwner[] = [merkestyret, fjordvik, kystregisteret];
