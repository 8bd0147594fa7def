import type { Language } from '@/lib/core/language.ts';

/** Who gets an issued payment: a person of the sandbox's register, by the same slug. */
export interface SeedPerson {
  slug: string;
  /** Synthetic: month + 80. */
  fodselsnummer: string;
  name: string;
  language: Language;
}

/** Copied from the sandbox's register, which the seed must not import: the two only meet over HTTP. */
export const people: readonly SeedPerson[] = [
  { slug: 'kari-testesen', fodselsnummer: '12858514140', name: 'Kari Testesen', language: 'nb' },
  { slug: 'ola-provestad', fodselsnummer: '03907215767', name: 'Ola Prøvestad', language: 'nb' },
  { slug: 'gunnhild-provetun', fodselsnummer: '25888122500', name: 'Gunnhild Prøvetun', language: 'nn' },
  { slug: 'emma-testwood', fodselsnummer: '30915924235', name: 'Emma Testwood', language: 'en' },
  { slug: 'per-testholm', fodselsnummer: '11896625901', name: 'Per Testholm', language: 'nb' },
  { slug: 'bjorg-testdal', fodselsnummer: '14827527654', name: 'Bjørg Testdal', language: 'nb' },
];
