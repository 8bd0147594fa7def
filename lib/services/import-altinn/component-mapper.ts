import type { FormComponent } from '@/lib/forms/component.ts';
import type { DataModel } from './read-model.ts';
import type { ObjectReader } from './read-object.ts';
import type { OptionLists } from './read-options.ts';
import type { AppTexts } from './read-texts.ts';
import type { Reading } from './reading.ts';
import type { NoteCode, Subject } from './report.ts';

/** What components are mapped with. */
export interface MapContext extends Reading {
  texts: AppTexts;
  optionLists: OptionLists;
  model: DataModel | undefined;
  /** Id of the data type that the model describes. */
  modelName: string | undefined;
}

/** Reads some of Altinn's properties into the component, and tells what of them does not come over. */
export type PropertyReader = (
  source: ObjectReader,
  component: FormComponent,
  context: MapContext & { subject: Subject },
) => void;

/** What a type of component in Altinn becomes. One entry per type; shared code knows no type. */
export interface ComponentMapper {
  /** Altinn's type. */
  readonly id: string;
  /** `built-in`: Kvitt's own pages do what it does. `none`: there is nothing like it. */
  readonly becomes: 'component' | 'built-in' | 'none';
  /** Kvitt's types, the nearest first: the first that the field registry has is used. Any but the first is an approximation. */
  readonly targets: readonly string[];
  /** How or why, for the report. */
  readonly note?: NoteCode;
  /** Altinn shows it in payment or signing tasks and nowhere else, so its page is such a task's. */
  readonly ofStep?: boolean;
  readonly properties: readonly PropertyReader[];
  /** Data model bindings that Kvitt's type reads. */
  readonly bindings: readonly string[];
  /** Of one that holds others: their ids. */
  readonly children?: (source: ObjectReader) => string[];
  /** Chooses another mapper by what the component says (an old `Group` that repeats). */
  readonly unless?: (source: ObjectReader) => string | undefined;
}

type Details = Partial<Pick<ComponentMapper, 'properties' | 'bindings' | 'children' | 'unless' | 'note'>>;

/** A type that Kvitt has, under these names. */
export function becomes(id: string, targets: readonly string[], details: Details = {}): ComponentMapper {
  return { id, becomes: 'component', targets, properties: [], bindings: ['simpleBinding'], ...details };
}

/** A type whose work Kvitt's pages do by themselves. */
export function builtIn(id: string, note: NoteCode, { ofStep = false } = {}): ComponentMapper {
  return { id, becomes: 'built-in', targets: [], properties: [], bindings: [], note, ofStep };
}

/** A type that has no counterpart yet. */
export function notYet(id: string, note: NoteCode = 'typeNotYet'): ComponentMapper {
  return { id, becomes: 'none', targets: [], properties: [], bindings: [], note };
}
