import { defaultLanguage } from '@/lib/core/language.ts';
import { agreementByHand, withAgreement } from '@/lib/services/import-altinn/agreement-by-hand.ts';
import {
  agreementReport,
  type ChosenAgreement,
  chooseAgreement,
} from '@/lib/services/import-altinn/choose-agreement.ts';
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

/** What a draft names before an agreement is chosen; the owner chooses one before publishing. */
const noAgreement = 'none';

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

async function run({ folder, json, dryRun, owner, agreement, patch }: ImportArguments): Promise<number> {
  const app = readAppFolder(folder);
  const byHand = patch === undefined ? undefined : readPatch(patch);
  const importWith = (name: string) =>
    importAltinnApp(app, { variants: variants.all(), agreement: name, patch: withAgreement(byHand, name) });
  if (dryRun) {
    const imported = importWith(agreement ?? agreementByHand(byHand) ?? noAgreement);
    print(imported, json);
    return exitCodeOf(imported);
  }
  // Only here: a report alone needs no database.
  const { withOwner } = await import('./import-altinn/with-owner.ts');
  return withOwner(owner, async (open) => {
    // Once to know what it is priced in, and again with the agreement that takes it.
    const currency = importWith(noAgreement).definition?.pricing.currency ?? 'NOK';
    const chosen = chooseAgreement(open.agreements, {
      currency,
      asked: agreement,
      byHand: agreementByHand(byHand),
    });
    if (chosen === 'unknown') throw new StopMessage(unknownAgreement(agreement, open.agreements));
    const imported = importWith(chosen?.name ?? noAgreement);
    const draft = imported.definition && (await open.store(imported.definition));
    print(imported, json, draft && { draft: { ...draft, owner: open.owner.slug }, agreement: chosen });
    return exitCodeOf(imported);
  });
}

function unknownAgreement(asked = '', agreements: readonly { name: string }[]): string {
  const names = agreements.map(({ name }) => name).join(', ');
  return `Eieren har ingen betalingsavtale «${asked}». ${names === '' ? 'Den har ingen.' : `Den har: ${names}.`}`;
}

function exitCodeOf({ definition, problems }: ImportedApp): number {
  if (!definition) return exitCodes.notImported;
  return problems.length > 0 ? exitCodes.brokenFiles : exitCodes.done;
}

interface Stored {
  draft: StoredDraft & { owner: string };
  agreement: ChosenAgreement | undefined;
}

function print(imported: ImportedApp, json: boolean, stored?: Stored): void {
  if (json) {
    const { draft = null, agreement = null } = stored ?? {};
    process.stdout.write(`${JSON.stringify({ ...imported, draft, agreement }, null, 2)}\n`);
    return;
  }
  const t = translator(defaultLanguage);
  process.stdout.write(formatReport(imported, t));
  if (!stored) return;
  const { draft, agreement } = stored;
  process.stdout.write(agreementReport(agreement, t));
  process.stdout.write(
    `\nUtkast: «${draft.slug}», versjon ${draft.version}, hos ${draft.owner}. Ikke publisert.\n`,
  );
}
