/** A synthetic inhabitant. The number has month + 80, as in Skatteetaten's Tenor, so it can belong to nobody. */
export interface Person {
  /** Opaque key for addresses (the fødselsnummer never stands in a URL). */
  key: string;
  pid: string;
  name: { first: string; middle?: string; last: string };
  /** YYYY-MM-DD */
  dateOfBirth: string;
  /** Absent when the register has none, and when it is protected. */
  address?: Address;
  /** Strengt fortrolig adresse. */
  protected: boolean;
  /** What this person is good for in a demonstration. */
  note: string;
  contact: Contact;
}

export interface Address {
  street: string;
  postalCode: string;
  city: string;
  country: string;
}

/** Entry in Kontakt- og reservasjonsregisteret. */
export interface Contact {
  email?: string;
  mobile?: string;
  language: 'nb' | 'nn' | 'en';
  /** Reserved against digital communication from the public sector. */
  reserved: boolean;
}

/** The twelve people of the sandbox, in the order of the sign-in page. */
export const people: Person[] = [
  {
    key: 'kari-testesen',
    pid: '12858514140',
    name: { first: 'Kari', last: 'Testesen' },
    dateOfBirth: '1985-05-12',
    address: at('Prøveveien 1'),
    protected: false,
    note: 'privatperson',
    contact: reach('kari'),
  },
  {
    key: 'ola-provestad',
    pid: '03907215767',
    name: { first: 'Ola', last: 'Prøvestad' },
    dateOfBirth: '1972-10-03',
    address: at('Prøveveien 2'),
    protected: false,
    note: 'innehaver av enkeltpersonforetak',
    contact: reach('ola'),
  },
  {
    key: 'lars-testvik',
    pid: '21866417404',
    name: { first: 'Lars', last: 'Testvik' },
    dateOfBirth: '1964-06-21',
    address: at('Testbrygga 3'),
    protected: false,
    note: 'daglig leder',
    contact: reach('lars'),
  },
  {
    key: 'ingrid-proveberg',
    pid: '04837819240',
    name: { first: 'Ingrid', last: 'Prøveberg' },
    dateOfBirth: '1978-03-04',
    address: at('Prøvebakken 4'),
    protected: false,
    note: 'styrets leder',
    contact: reach('ingrid'),
  },
  {
    key: 'rune-testregn',
    pid: '17869220809',
    name: { first: 'Rune', last: 'Testregn' },
    dateOfBirth: '1992-06-17',
    address: at('Prøveveien 5'),
    protected: false,
    note: 'regnskapsfører for to selskaper',
    contact: reach('rune'),
  },
  {
    key: 'gunnhild-provetun',
    pid: '25888122500',
    name: { first: 'Gunnhild', last: 'Prøvetun' },
    dateOfBirth: '1981-08-25',
    address: at('Testtunet 6'),
    protected: false,
    note: 'vil ha nynorsk; styrets leder',
    contact: reach('gunnhild', 'nn'),
  },
  {
    key: 'emma-testwood',
    pid: '30915924235',
    name: { first: 'Emma', last: 'Testwood' },
    dateOfBirth: '1959-11-30',
    address: at('Prøveveien 7'),
    protected: false,
    note: 'vil ha engelsk; daglig leder i utenlandsk foretak',
    contact: reach('emma', 'en'),
  },
  {
    key: 'per-testholm',
    pid: '11896625901',
    name: { first: 'Per', last: 'Testholm' },
    dateOfBirth: '1966-09-11',
    address: at('Testholmen 8'),
    protected: false,
    note: 'har reservert seg mot digital kontakt',
    contact: { ...reach('per'), reserved: true },
  },
  {
    key: 'bjorg-testdal',
    pid: '14827527654',
    name: { first: 'Bjørg', last: 'Testdal' },
    dateOfBirth: '1975-02-14',
    address: at('Testdalen 9'),
    protected: false,
    note: 'har ikke e-postadresse',
    contact: { mobile: '+4700000009', language: 'nb', reserved: false },
  },
  {
    key: 'nils-teststi',
    pid: '08849529324',
    name: { first: 'Nils', last: 'Teststi' },
    dateOfBirth: '1995-04-08',
    protected: false,
    note: 'mangler adresse',
    contact: reach('nils'),
  },
  {
    key: 'mia-testbakken',
    pid: '08891277076',
    name: { first: 'Mia', last: 'Testbakken' },
    dateOfBirth: '2012-09-08',
    address: at('Prøvebakken 11'),
    protected: false,
    note: 'under 18 år',
    contact: reach('mia'),
  },
  {
    key: 'synnove-testmyr',
    pid: '29928832706',
    name: { first: 'Synnøve', middle: 'Marie', last: 'Testmyr-Prøvestrand' },
    dateOfBirth: '1988-12-29',
    protected: true,
    note: 'langt navn, fortrolig adresse',
    contact: reach('synnove'),
  },
];

/** The person with this fødselsnummer. */
export function findPerson(pid: string): Person | undefined {
  return people.find((person) => person.pid === pid);
}

/** Given names and family name with single spaces. */
export function fullName({ name }: Person): string {
  return [name.first, name.middle, name.last].filter(Boolean).join(' ');
}

function at(street: string): Address {
  return { street, postalCode: '0000', city: 'Testbyen', country: 'NO' };
}

/** An e-mail address under the reserved domain `.example` (RFC 2606) and a number nobody can have. */
function reach(name: string, language: Contact['language'] = 'nb'): Contact {
  return { email: `${name}@test.example`, mobile: '+4700000000', language, reserved: false };
}
