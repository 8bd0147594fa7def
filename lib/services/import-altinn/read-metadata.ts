import { asLanguage, type Language } from '@/lib/core/language.ts';
import { type ObjectReader, readObject, shown } from './read-object.ts';
import type { Reading } from './reading.ts';

/** What `applicationmetadata.json` says that a service needs. */
export interface AppMetadata {
  id: string;
  title: Partial<Record<Language, string>>;
  actingParties: ('person' | 'organisation')[];
  /** Ids of data types that hold a data model. */
  models: string[];
}

const file = 'App/config/applicationmetadata.json';

/** Who and when, and what concerns Altinn's own storage: nothing that a service has. */
const clerical = ['created', 'createdBy', 'lastChanged', 'lastChangedBy', 'versionId', 'altinnNugetVersion'];

export function readMetadata({ files, report }: Reading): AppMetadata {
  const node = files.json(file);
  if (!files.has(file)) report.problem({ file }, 'missingFile');
  const source = readObject(node, file, report);
  if (!source) return { id: '', title: {}, actingParties: ['person', 'organisation'], models: [] };
  const id = source.text('id') ?? '';
  const subject = report.entry('app', id || file, source.at);
  const org = source.text('org');
  if (org !== undefined) subject.note('appOwner', 'info', { org });
  const metadata = {
    id,
    title: readTitle(source),
    actingParties: readParties(source),
    models: readDataTypes(source),
  };
  for (const name of clerical) source.node(name);
  for (const [property, { value, at }] of source.rest())
    subject.note(
      'unknownProperty',
      isEmptyValue(value) ? 'info' : 'lost',
      { property, value: shown(value) },
      at,
    );
  return metadata;

  function readTitle(from: ObjectReader): AppMetadata['title'] {
    const titles: AppMetadata['title'] = {};
    const written = from.object('title');
    for (const [key, each] of written?.rest() ?? []) {
      const language = asLanguage(key);
      if (language === undefined) subject.note('otherLanguage', 'lost', { language: key }, each.at);
      else titles[language] = written?.text(key) ?? '';
    }
    return titles;
  }

  function readParties(from: ObjectReader): AppMetadata['actingParties'] {
    const allowed = from.object('partyTypesAllowed');
    const person = allowed?.flag('person') ?? false;
    const organisation = allowed?.flag('organisation') ?? false;
    for (const [property, { value, at }] of allowed?.rest() ?? []) {
      if (value !== false) subject.note('partyType', 'lost', { property }, at);
    }
    // Altinn: none chosen means that all may.
    if (person === organisation) return ['person', 'organisation'];
    return [person ? 'person' : 'organisation'];
  }

  function readDataTypes(from: ObjectReader): string[] {
    return (from.list('dataTypes') ?? []).flatMap((each) => {
      const dataType = readObject(each, 'dataTypes', report);
      const name = dataType?.text('id');
      if (!dataType || name === undefined) return [];
      const entry = report.entry('dataType', name, dataType.at);
      const logic = dataType.node('appLogic');
      const isModel = logic?.members?.has('classRef') === true;
      if (logic)
        entry.note('dataTypeProperty', 'info', { property: 'appLogic', value: shown(logic.value) }, logic.at);
      entry.note(isModel ? 'dataTypeModel' : 'dataTypeStored', 'info', { id: name });
      const limits = ['maxSize', 'maxCount', 'minCount', 'allowedContentTypes', 'taskId', 'grouping'];
      for (const [property, { value, at }] of dataType.rest()) {
        if (isEmptyValue(value)) continue;
        const weight = isModel || !limits.includes(property) ? 'info' : 'changed';
        entry.note('dataTypeProperty', weight, { property, value: shown(value) }, at);
      }
      return isModel ? [name] : [];
    });
  }
}

function isEmptyValue(value: unknown): boolean {
  return value === false || value === null || (Array.isArray(value) && value.length === 0);
}
