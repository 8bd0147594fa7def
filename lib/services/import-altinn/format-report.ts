import type { Wording } from '@/lib/core/wording.ts';
import { problemInWords } from '../problem-in-words.ts';
import type { ImportedApp } from './import-app.ts';
import { type Entry, type EntryKind, entryKinds, type Outcome } from './report.ts';

/** The report as a person reads it: what is broken, what became of each thing, what is still to be done. */
export function formatReport(imported: ImportedApp, wording: Wording): string {
  const say = (code: string, values: Record<string, string> = {}): string =>
    wording.dynamic(`altinnImport.${code}`, values);
  const { app, counts, problems, entries, beforePublishing, definition } = imported;
  const sums = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
  const title = say('reportTitle', { app: app || 'App' });
  const sections = [
    [title, '='.repeat(title.length), say('reportCounts', { ...sums, problems: String(problems.length) })],
    section(
      say('reportProblems'),
      problems.map(({ code, values, ...at }) => `${place(at)}: ${say(code, values)}`),
    ),
    ...entryKinds.map((kind) => section(say(kindText[kind]), linesOf(kind, entries, say))),
    section(
      say('reportBefore'),
      beforePublishing.map((problem) => problemInWords(problem, definition, wording)),
    ),
    definition ? [] : [say('reportNothing')],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Say = (code: string, values?: Record<string, string>) => string;

const kindText: Record<EntryKind, string> = {
  app: 'kindApp',
  task: 'kindTask',
  page: 'kindPage',
  component: 'kindComponent',
  options: 'kindOptions',
  model: 'kindModel',
  field: 'kindField',
  prefill: 'kindPrefill',
  dataType: 'kindDataType',
  text: 'kindText',
  setting: 'kindSetting',
  file: 'kindFile',
};

const outcomeText: Record<Outcome, string> = {
  taken: 'outcomeTaken',
  approximated: 'outcomeApproximated',
  unsupported: 'outcomeUnsupported',
};

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, '-'.repeat(heading.length), ...lines];
}

/** Those with the same to say stand together; where there is nothing to say, the ids are one line. */
function linesOf(kind: EntryKind, entries: readonly Entry[], say: Say): string[] {
  const own = entries.filter((entry) => entry.kind === kind);
  const groups = new Map<string, Entry[]>();
  for (const entry of own.filter(({ notes }) => notes.length > 0)) {
    const lines = entry.notes.map(({ code, values, line }) => {
      const isPlain = entry.outcome === 'taken';
      return `  - ${say(code, values)}${line === undefined || isPlain ? '' : ` [${line}]`}`;
    });
    const where = entry.outcome === 'taken' ? '' : ` [${place(entry)}]`;
    const said = [`: ${say(outcomeText[entry.outcome])}${where}`, ...lines].join('\n');
    groups.set(said, [...(groups.get(said) ?? []), entry]);
  }
  const plain = own.filter(({ notes }) => notes.length === 0);
  return [
    ...[...groups].map(([said, group]) => group.map(nameOf).join(', ') + said),
    ...(plain.length > 0 ? [say('reportTaken', { ids: plain.map(nameOf).join(', ') })] : []),
  ];
}

function nameOf({ id, type, within }: Entry): string {
  const details = [type, within].filter(Boolean).join(', ');
  return details === '' ? id : `${id} (${details})`;
}

function place({ file, line }: { file: string; line?: number }): string {
  return line === undefined ? file : `${file}:${line}`;
}
