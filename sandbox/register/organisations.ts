import type { Address } from './people.ts';

export type Role = 'daglig_leder' | 'styrets_leder' | 'styremedlem' | 'innehaver' | 'regnskapsforer';

/** An invented organisation. Numbers pass MOD11 and begin with 3 (real ones begin with 8 or 9). */
export interface Organisation {
  orgNumber: string;
  name: string;
  /** Code of organisasjonsform, e.g. `AS`, `ENK`. */
  form: string;
  address: Address;
  /** Who holds which role; people by their key. */
  roles: { person: string; role: Role }[];
}

export const roleNames: Record<Role, string> = {
  daglig_leder: 'daglig leder',
  styrets_leder: 'styrets leder',
  styremedlem: 'styremedlem',
  innehaver: 'innehaver',
  regnskapsforer: 'regnskapsfører',
};

export const organisations: Organisation[] = [
  {
    orgNumber: '310010014',
    name: 'Testvik Skjenkestue AS',
    form: 'AS',
    address: at('Testbrygga 3'),
    roles: [
      { person: 'lars-testvik', role: 'daglig_leder' },
      { person: 'kari-testesen', role: 'styremedlem' },
      { person: 'rune-testregn', role: 'regnskapsforer' },
    ],
  },
  {
    orgNumber: '310010235',
    name: 'Prøveberg Testbygg AS',
    form: 'AS',
    address: at('Prøvebakken 4'),
    roles: [
      { person: 'ingrid-proveberg', role: 'styrets_leder' },
      { person: 'lars-testvik', role: 'styremedlem' },
      { person: 'rune-testregn', role: 'regnskapsforer' },
    ],
  },
  {
    orgNumber: '310010340',
    name: 'Ola Prøvestad Testsnekkeri',
    form: 'ENK',
    address: at('Prøveveien 2'),
    roles: [{ person: 'ola-provestad', role: 'innehaver' }],
  },
  {
    orgNumber: '310010456',
    name: 'Testtunet Borettslag',
    form: 'BRL',
    address: at('Testtunet 6'),
    roles: [{ person: 'gunnhild-provetun', role: 'styrets_leder' }],
  },
  {
    orgNumber: '310010561',
    name: 'Testwood Trademarks NUF',
    form: 'NUF',
    address: at('Prøveveien 7'),
    roles: [{ person: 'emma-testwood', role: 'daglig_leder' }],
  },
  {
    orgNumber: '310010677',
    name: 'Testholmen Prøvelag',
    form: 'FLI',
    address: at('Testholmen 8'),
    roles: [{ person: 'per-testholm', role: 'styrets_leder' }],
  },
];

function at(street: string): Address {
  return { street, postalCode: '0000', city: 'Testbyen', country: 'NO' };
}
