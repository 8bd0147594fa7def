import type { FormTextKey, FormTexts } from '../widgets/form-texts.ts';

export type SaveState = 'untouched' | 'saving' | 'saved' | 'failed' | 'signed_out' | 'conflict' | 'moved_on';

const words: Record<SaveState, FormTextKey | undefined> = {
  untouched: undefined,
  saving: 'saving',
  saved: 'saved',
  failed: 'notSaved',
  signed_out: 'notSavedSignedOut',
  conflict: 'notSavedConflict',
  moved_on: 'notSavedMovedOn',
};

/** Says honestly whether what stands on the page is kept. */
export function SaveStatus({ state, texts }: { state: SaveState; texts: FormTexts }) {
  const key = words[state];
  const lost = state !== 'untouched' && state !== 'saving' && state !== 'saved';
  return (
    <p className="kv-save-status kv-small" role="status" data-state={state}>
      {key ? <span className={lost ? undefined : 'kv-muted'}>{texts(key)}</span> : null}
    </p>
  );
}
