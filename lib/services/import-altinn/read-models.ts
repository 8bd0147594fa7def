import { type DataModel, readModel } from './read-model.ts';
import type { Reading } from './reading.ts';

const folder = 'App/models';

/** The data model of the form, by its name or as the only one there is; the other models are told of. */
export function readModels(
  { files, report }: Reading,
  name: string | undefined,
): { model: DataModel; file: string } | undefined {
  const paths = files.in(folder, '.schema.json');
  const named = paths.find((path) => path === `${folder}/${name}.schema.json`);
  const chosen = named ?? (paths.length === 1 ? paths[0] : undefined);
  if (chosen === undefined) report.problem({ file: folder }, 'modelMissing', { model: name ?? '' });
  let found: { model: DataModel; file: string } | undefined;
  for (const path of paths) {
    const subject = report.entry('model', path.slice(folder.length + 1), { file: path });
    const root = files.json(path);
    if (path !== chosen) subject.refuse('modelUnused');
    else if (!root?.members) subject.refuse('pageUnreadable');
    else found = { model: readModel(root, { report }), file: path };
    if (path === chosen && named === undefined && name !== undefined)
      subject.note('modelByChance', 'changed', { model: name });
  }
  return found;
}
