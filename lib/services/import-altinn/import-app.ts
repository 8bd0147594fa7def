import type { ServiceDefinition } from '../definition.ts';
import { definitionProblems, type KnownVariant } from '../definition-problems.ts';
import { definitionSchema } from '../definition-schema.ts';
import type { Problem } from '../problem.ts';
import { type AppFolder, openFiles } from './app-files.ts';
import type { MapContext } from './component-mapper.ts';
import { deriveVariant } from './derive-variant.ts';
import { draftDefinition } from './draft-definition.ts';
import { boundPaths, mapPages, setsOfForm } from './map-pages.ts';
import { mergePatch } from './merge-patch.ts';
import { orderTasks } from './order-tasks.ts';
import { readLayoutSets } from './read-layout-sets.ts';
import { readMetadata } from './read-metadata.ts';
import { readModels } from './read-models.ts';
import { readOptionLists } from './read-options.ts';
import { readPrefill } from './read-prefill.ts';
import { readProcess } from './read-process.ts';
import { tellOfUnboundFields, tellOfUnread, tellOfUnreadProperties } from './read-rest.ts';
import { readTexts } from './read-texts.ts';
import type { Reading } from './reading.ts';
import { type Entry, type ImportProblem, newReport, type Outcome, type Report } from './report.ts';

export interface ImportOptions {
  /** The variants that can be run. */
  variants: readonly KnownVariant[];
  /** Name of the owner's payment agreement. */
  agreement: string;
  /** What the owner has written by hand (prices, Kvitt's own texts…): a merge patch onto the draft. */
  patch?: unknown;
}

export interface ImportedApp {
  /** `org/app`, as the app calls itself. */
  app: string;
  /** A well-formed draft; undefined when there was nothing to make one of. Its prices and its own texts are still to be written. */
  definition: ServiceDefinition | undefined;
  /** Every single thing of the app, and what became of it. */
  entries: Entry[];
  /** What is broken in the folder. */
  problems: ImportProblem[];
  /** What the draft lacks before it can be published. */
  beforePublishing: Problem[];
  counts: Record<Outcome, number>;
}

/** An Altinn app's folder → a draft of a service and a report that names everything in the folder. Pure; never throws for what is in the folder. */
export function importAltinnApp(
  folder: AppFolder,
  { variants, agreement, patch }: ImportOptions,
): ImportedApp {
  const report = newReport();
  const reading: Reading = { files: openFiles(folder, report), report };
  const metadata = readMetadata(reading);
  const texts = readTexts(reading);
  const process = readProcess(reading);
  const derived = deriveVariant(
    process && { tasks: orderTasks(process, report), whole: process.whole },
    variants,
    report,
  );
  const sets = readLayoutSets(reading);
  const ofForm = setsOfForm(sets, derived);
  const modelName = ofForm.flatMap(({ dataType }) => dataType ?? []).at(0) ?? metadata.models[0];
  const model = readModels(reading, modelName);
  const optionLists = readOptionLists(reading, texts);
  const context: MapContext = { ...reading, texts, optionLists, model: model?.model, modelName };
  const pages = mapPages(sets, ofForm, context);
  const { variant } = derived;
  const draft = variant && draftDefinition({ metadata, texts, variant, agreement, pages, patch }, report);
  const bound = boundPaths(pages);
  if (model) tellOfUnboundFields(model.model, model.file, bound, reading);
  const prefill = readPrefill(reading, model && modelName, bound);
  optionLists.tellOfRest();
  texts.tellOfRest();
  tellOfUnread(reading, folder.others);
  tellOfUnreadProperties(reading);
  const definition =
    draft &&
    wellFormed(
      mergePatch({ ...draft, prefill, optionLists: optionLists.all(), texts: texts.all() }, patch ?? {}),
      report,
    );
  const entries = report.entries();
  return {
    app: metadata.id,
    definition,
    entries,
    problems: report.problems(),
    beforePublishing: definition ? definitionProblems(definition, { variants }) : [],
    counts: countOutcomes(entries),
  };
}

/** What is stored can always be read again: a draft may be unfinished, never malformed. */
function wellFormed(draft: unknown, report: Report): ServiceDefinition | undefined {
  const parsed = definitionSchema.safeParse(draft);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  report.problem({ file: 'App' }, 'notSound', { message });
  return undefined;
}

function countOutcomes(entries: readonly Entry[]): Record<Outcome, number> {
  const count = (outcome: Outcome): number => entries.filter((entry) => entry.outcome === outcome).length;
  return { taken: count('taken'), approximated: count('approximated'), unsupported: count('unsupported') };
}
