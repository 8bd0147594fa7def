import { defaultLanguage } from '@/lib/core/language.ts';
import { formatReport } from '@/lib/services/import-altinn/format-report.ts';
import { type ImportedApp, importAltinnApp } from '@/lib/services/import-altinn/import-app.ts';
import type { StoredDraft } from '@/lib/services/store-imported-draft.ts';
import { translator } from '@/lib/texts/translate.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { help, type ImportArguments, readArguments } from './import-altinn/arguments.ts';
import { readAppFolder, readPatch } from './import-altinn/read-folder.ts';
import { StopMessage } from './runtime/stop-message.ts';

/*
 * npm run import:altinn -- FOLDER   reads an Altinn app's folder and makes a draft of a service of it, see docs/import-altinn.md.
 * The report goes to standard output; everything else to standard error.
 */
const exitCodes = { done: 0, notImported: 1, wrongUse: 2, brokenFiles: 3 } as const;

const given = readArguments(process.argv.slice(2));
if (typeof given === 'string') {
  (given === help ? process.stdout : process.stderr).write(given);
  process.exitCode = given === help ? exitCodes.done : exitCodes.wrongUse;
} else {
  try {
    process.exitCode = await run(given);
  } catch (error) {
    if (!(error instanceof StopMessage)) throw error;
    console.error(error.message);
    process.exitCode = exitCodes.notImported;
  }
}

async function run({ folder, json, dryRun, owner, patch }: ImportArguments): Promise<number> {
  const app = readAppFolder(folder);
  const known = { variants: variants.all(), patch: patch === undefined ? undefined : readPatch(patch) };
  if (dryRun) {
    const imported = importAltinnApp(app, { ...known, agreement: 'nets' });
    print(imported, json);
    return exitCodeOf(imported);
  }
  // Only here: a report alone needs no database.
  const { withOwner } = await import('./import-altinn/with-owner.ts');
  return withOwner(owner, async (open) => {
    const imported = importAltinnApp(app, { ...known, agreement: open.agreement ?? 'nets' });
    const draft = imported.definition && (await open.store(imported.definition));
    print(imported, json, draft && { ...draft, owner: open.owner.slug });
    if (open.agreement === undefined) console.error(`${open.owner.slug} har ingen betalingsavtale ennå.`);
    return exitCodeOf(imported);
  });
}

function exitCodeOf({ definition, problems }: ImportedApp): number {
  if (!definition) return exitCodes.notImported;
  return problems.length > 0 ? exitCodes.brokenFiles : exitCodes.done;
}

function print(imported: ImportedApp, json: boolean, draft?: StoredDraft & { owner: string }): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...imported, draft: draft ?? null }, null, 2)}\n`);
    return;
  }
  process.stdout.write(formatReport(imported, translator(defaultLanguage)));
  if (draft)
    process.stdout.write(
      `\nUtkast: «${draft.slug}», versjon ${draft.version}, hos ${draft.owner}. Ikke publisert.\n`,
    );
}
