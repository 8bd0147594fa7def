import { fileRefusals } from '@/lib/files/stage-file.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { lookupRefusals } from '@/lib/workflow/lookups/fetch-facts.ts';

/** What the address says was refused of the last post, as the text that tells it; nothing for what no post could have said. */
export function refusalKey({ file, lookup }: { file?: string; lookup?: string }): TextKey | undefined {
  return fileKeys.get(file ?? '') ?? lookupKeys.get(lookup ?? '');
}

/** `cut`: the post itself broke off before its end. */
const fileKeys = new Map<string, TextKey>(
  ([...fileRefusals, 'cut'] as const).map((reason) => [reason, `form.fileRefused_${reason}`]),
);
const lookupKeys = new Map<string, TextKey>(
  lookupRefusals.map((reason) => [reason, `form.lookup_${reason}`]),
);

export const refusalKeys: readonly TextKey[] = [...fileKeys.values(), ...lookupKeys.values()];
