import type { DataModel } from './read-model.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './report.ts';

/** Tells of properties that nothing has asked for, wherever they stand. */
export function tellOfUnreadProperties({ report }: Reading): void {
  const byFile = new Map<string, Subject>();
  for (const { property, value, at } of report.unread()) {
    const subject = byFile.get(at.file) ?? report.entry('file', at.file, { file: at.file });
    byFile.set(at.file, subject);
    subject.note('unknownProperty', 'lost', { property, value }, at);
  }
}

/** Tells of data model fields that no component fills in. */
export function tellOfUnboundFields(
  model: DataModel,
  file: string,
  bound: ReadonlySet<string>,
  { report }: Reading,
): void {
  for (const path of model.leaves()) {
    if (!bound.has(path)) report.entry('field', path, { file }).refuse('fieldUnbound');
  }
}

/** Folders whose files are code or belong to Altinn's platform. */
const known: readonly (readonly [
  RegExp,
  'fileCode' | 'fileRights' | 'fileRules' | 'fileLook' | 'fileFooter',
])[] = [
  [/\.(cs|csproj|sln|cshtml|dll)$|appsettings|Dockerfile|launchSettings/, 'fileCode'],
  [/authorization\/|policy\.xml$/, 'fileRights'],
  [/RuleHandler\.js$|RuleConfiguration\.json$|\.validation\.json$|\.calculation\.json$/, 'fileRules'],
  [/wwwroot\/|\.(css|png|jpe?g|svg|gif|ico|woff2?)$/, 'fileLook'],
  [/footer\.json$/, 'fileFooter'],
];

/** Every file that nothing has read gets its line. */
export function tellOfUnread(
  { files, report }: Reading,
  others: readonly { path: string; reason: 'notText' | 'tooLarge' | 'unreadable' }[],
): void {
  for (const path of files.unread()) {
    // Also what is not used is named when it is broken.
    if (path.endsWith('.json')) files.json(path);
    const [, code] = known.find(([pattern]) => pattern.test(path)) ?? [];
    report.entry('file', path, { file: path }).refuse(code ?? 'fileUnused');
  }
  for (const { path, reason } of others) {
    const [, code] = known.find(([pattern]) => pattern.test(path)) ?? [];
    if (reason === 'notText') report.entry('file', path, { file: path }).refuse(code ?? 'fileUnused');
    else report.problem({ file: path }, reason === 'tooLarge' ? 'fileTooLarge' : 'fileUnreadable');
  }
}
