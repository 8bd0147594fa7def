import type { nb } from '@/lib/texts/nb/index.ts';

/** Where something stands in the folder: path from the app's folder with `/`, line from 1. */
export interface Place {
  file: string;
  line?: number;
}

/** A sentence of the report: key of the texts `altinnImport`, with what goes into it. */
export type NoteCode = Extract<keyof (typeof nb)['altinnImport'], string>;
export type NoteValues = Record<string, string>;

/** `unsupported`: there is nothing of it in the service. `approximated`: it is there, but not as in Altinn; the notes say how. */
export type Outcome = 'taken' | 'approximated' | 'unsupported';

export const entryKinds = [
  'app',
  'task',
  'page',
  'component',
  'options',
  'model',
  'field',
  'prefill',
  'dataType',
  'text',
  'setting',
  'file',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** `info` changes nothing for the citizen; `changed` and `lost` make what they stand on approximated. */
export type Weight = 'info' | 'changed' | 'lost';

export interface Note {
  code: NoteCode;
  weight: Weight;
  values: NoteValues;
  line?: number;
}

/** What became of one thing of the app. */
export interface Entry extends Place {
  kind: EntryKind;
  id: string;
  /** Altinn's type of a component, task… */
  type?: string;
  /** The page of a component, the task of a page. */
  within?: string;
  outcome: Outcome;
  notes: Note[];
}

/** Something broken in the folder; what it says elsewhere was read all the same. */
export interface ImportProblem extends Place {
  code: NoteCode;
  values: NoteValues;
}

/** One entry while it is being worked on. */
export interface Subject {
  readonly kind: EntryKind;
  readonly id: string;
  note(code: NoteCode, weight: Weight, values?: NoteValues, at?: Place): void;
  /** Nothing of it is taken over. */
  refuse(code: NoteCode, values?: NoteValues): void;
}

/** A property that nobody asked for. */
export interface Unread {
  property: string;
  value: string;
  at: Required<Place>;
}

/** Collects what is found out about an app. */
export interface Report {
  entry(kind: EntryKind, id: string, at: Place, more?: { type?: string; within?: string }): Subject;
  problem(at: Place, code: NoteCode, values?: NoteValues): void;
  /** Remembers a reader, so that what it leaves unread is told of in the end. */
  watch(unread: () => readonly Unread[]): void;
  /** What nobody has read or told of until now, of all that was watched. */
  unread(): Unread[];
  entries(): Entry[];
  problems(): ImportProblem[];
}

export function newReport(): Report {
  const entries: Entry[] = [];
  const problems: ImportProblem[] = [];
  const watched: (() => readonly Unread[])[] = [];
  return {
    entry(kind, id, at, more) {
      const entry: Entry = { kind, id, ...more, ...at, outcome: 'taken', notes: [] };
      entries.push(entry);
      return newSubject(entry);
    },
    problem: (at, code, values = {}) => void problems.push({ ...at, code, values }),
    watch: (unread) => void watched.push(unread),
    unread: () => watched.flatMap((each) => [...each()]),
    entries: () => entries,
    problems: () => problems,
  };
}

function newSubject(entry: Entry): Subject {
  return {
    kind: entry.kind,
    id: entry.id,
    note(code, weight, values = {}, at) {
      entry.notes.push({ code, weight, values, ...(at?.line === undefined ? {} : { line: at.line }) });
      if (weight !== 'info' && entry.outcome === 'taken') entry.outcome = 'approximated';
    },
    refuse(code, values = {}) {
      entry.notes.push({ code, weight: 'lost', values });
      entry.outcome = 'unsupported';
    },
  };
}
