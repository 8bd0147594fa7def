/** A synthetic employee of one of the demo's service owners. */
export interface Employee {
  /** Opaque key for pages (the fødselsnummer never stands in a URL). */
  key: string;
  /** Month + 80, with valid check digits: it can belong to nobody. */
  pid: string;
  name: { first: string; last: string };
  /** The organisation that the employee may represent. */
  organisation: { orgNumber: string; name: string; unitType: string };
  /** Ids of the Altinn resources that the organisation has given the employee. */
  resources: string[];
  /** What this employee is good for in a demonstration. */
  note: string;
}

const merkestyret = { orgNumber: '310419273', name: 'MERKESTYRET', unitType: 'STAT' };
const fjordvik = { orgNumber: '314555902', name: 'FJORDVIK KOMMUNE', unitType: 'KOMM' };
const kystregisteret = { orgNumber: '312088460', name: 'KYSTREGISTERET', unitType: 'STAT' };

const [editor, caseWorker, finance] = ['kvitt-editor', 'kvitt-case-worker', 'kvitt-finance'] as const;

/** Names of the resources, as the organisation chooser and the token show them. */
export const resourceNames: Record<string, string> = {
  [editor]: 'Kvitt: redigere tjenester',
  [caseWorker]: 'Kvitt: behandle saker',
  [finance]: 'Kvitt: betalinger og refusjon',
};

/** The employees, in the order of the sign-in page. */
export const employees: Employee[] = [
  {
    key: 'astrid-testdal',
    pid: '14887920185',
    name: { first: 'Astrid', last: 'Testdal' },
    organisation: merkestyret,
    resources: [editor, caseWorker, finance],
    note: 'redaktør, saksbehandler og økonomi',
  },
  {
    key: 'bjorn-testgard',
    pid: '03918131182',
    name: { first: 'Bjørn', last: 'Testgård' },
    organisation: merkestyret,
    resources: [caseWorker],
    note: 'saksbehandler',
  },
  {
    key: 'camilla-provevik',
    pid: '22878440238',
    name: { first: 'Camilla', last: 'Prøvevik' },
    organisation: fjordvik,
    resources: [editor, caseWorker, finance],
    note: 'redaktør, saksbehandler og økonomi',
  },
  {
    key: 'dag-testlia',
    pid: '09889025074',
    name: { first: 'Dag', last: 'Testlia' },
    organisation: fjordvik,
    resources: [finance],
    note: 'økonomi',
  },
  {
    key: 'eva-testnes',
    pid: '30817533368',
    name: { first: 'Eva', last: 'Testnes' },
    organisation: kystregisteret,
    resources: [editor, caseWorker, finance],
    note: 'redaktør, saksbehandler og økonomi',
  },
];

export function findEmployee(key: string): Employee | undefined {
  return employees.find((employee) => employee.key === key);
}
