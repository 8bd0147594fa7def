import type { ServiceDefinition } from '../definition.ts';
import { prefillSources } from '../prefill-sources.ts';
import { readObject, shown } from './read-object.ts';
import type { Reading } from './reading.ts';

type Prefill = NonNullable<ServiceDefinition['prefill']>;

/** Altinn's names (register and field) → Kvitt's sources. */
const sources: Readonly<Record<string, string>> = {
  'UserProfile.Email': 'person.email',
  'UserProfile.PhoneNumber': 'person.phone',
  'UserProfile.Party.Name': 'person.name',
  'UserProfile.Party.SSN': 'person.fnr',
  'UserProfile.Party.Person.Name': 'person.name',
  'UserProfile.Party.Person.FirstName': 'person.firstName',
  'UserProfile.Party.Person.LastName': 'person.lastName',
  'UserProfile.Party.Person.SSN': 'person.fnr',
  'UserProfile.Party.Person.MobileNumber': 'person.phone',
  'UserProfile.Party.Person.MailingAddress': 'person.address.street',
  'UserProfile.Party.Person.MailingPostalCode': 'person.address.postalCode',
  'UserProfile.Party.Person.MailingPostalCity': 'person.address.city',
  'DSF.Name': 'person.name',
  'DSF.FirstName': 'person.firstName',
  'DSF.LastName': 'person.lastName',
  'DSF.SSN': 'person.fnr',
  'DSF.MobileNumber': 'person.phone',
  'DSF.MailingAddress': 'person.address.street',
  'DSF.MailingPostalCode': 'person.address.postalCode',
  'DSF.MailingPostalCity': 'person.address.city',
  'ER.Name': 'organisation.name',
  'ER.OrgNumber': 'organisation.orgNumber',
  'ER.BusinessAddress': 'organisation.address.street',
  'ER.BusinessPostalCode': 'organisation.address.postalCode',
  'ER.BusinessPostalCity': 'organisation.address.city',
};

/**
 * What Altinn fills in before the citizen comes, in Kvitt's words. Every line of the form's own `*.prefill.json` has its line in the report.
 * @param bound paths that a component shows; what nobody shows is not filled in.
 */
export function readPrefill(
  { files, report }: Reading,
  model: string | undefined,
  bound: ReadonlySet<string>,
): Prefill {
  // A row is not there when a draft begins: the path of its group is bound too.
  const isInRow = (path: string): boolean =>
    [...bound].some((group) => path !== group && path.startsWith(`${group}.`));
  const found: Prefill = [];
  for (const path of files.in('App/models', '.prefill.json')) {
    const file = report.entry('file', path, { file: path });
    const source = readObject(files.json(path), path, report);
    if (!source) file.refuse('pageUnreadable');
    const ours = model === undefined || path === `App/models/${model}.prefill.json`;
    const overwrites = source?.node('allowOverwrite');
    if (overwrites) file.note('prefillOnce', 'info', { value: shown(overwrites.value) }, overwrites.at);
    for (const [register, node] of source?.rest() ?? []) {
      for (const [field, { value, at }] of readObject(node, register, report)?.rest() ?? []) {
        const name = `${register}.${field}`;
        const subject = report.entry('prefill', name, at);
        const from = Object.hasOwn(sources, name) ? (sources[name] ?? '') : '';
        const isKnown =
          ours &&
          prefillSources.has(from) &&
          typeof value === 'string' &&
          bound.has(value) &&
          !isInRow(value);
        if (isKnown && found.length < 500) {
          found.push({ path: value, from });
          subject.note('prefillTaken', 'info', { path: value, from });
        } else subject.refuse('prefillLost', { path: shown(value) });
      }
    }
  }
  return found;
}
