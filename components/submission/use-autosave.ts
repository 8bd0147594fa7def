import { useRef, useState } from 'react';
import type { SaveState } from './save-status.tsx';
import { awaitVersion, useLeaving } from './use-leaving.ts';

const quietMs = 1500;
const retryMs = [5000, 15_000, 30_000, 60_000];
/** Bytes: half of what browsers send for pages that are gone, as one save may follow another. */
const mostKept = 30_000;

export interface Autosave {
  state: SaveState;
  /** Of the answers as last saved from this page: they go with every post. */
  version: { answersVersion: number; mark: string };
  /** Something changed on the page. */
  changed(): void;
  /** Before the page posts itself: resolves when nothing is under way any longer. */
  settle(): Promise<void>;
}

/**
 * Saves what stands on the page a moment after the person stops, by the same route as the form's own post. It tries again
 * until it is saved, and stops when only the person can tell what should happen.
 * @param body what the form would post, without files.
 */
export function useAutosave(
  saveUrl: string,
  first: Autosave['version'],
  body: () => URLSearchParams,
): Autosave {
  const [state, setState] = useState<SaveState>('untouched');
  const [version, setVersion] = useState(first);
  const run = useRef({
    version: first,
    dirty: false,
    stopped: false,
    failures: 0,
    timer: 0,
    underWay: undefined as Promise<void> | undefined,
  });

  const schedule = (delayMs: number) => {
    const { current } = run;
    window.clearTimeout(current.timer);
    if (current.stopped) return;
    current.timer = window.setTimeout(() => {
      if (current.dirty && !current.underWay) begin();
    }, delayMs);
  };

  const begin = (before?: Promise<void>) => {
    const { current } = run;
    const saving = (before ? before.then(save) : save()).then(() => {
      if (current.underWay === saving) current.underWay = undefined;
    });
    current.underWay = saving;
  };

  const post = () => {
    const form = body();
    form.set('_version', String(run.current.version.answersVersion));
    form.set('_mark', run.current.version.mark);
    form.set('action', 'autosave');
    return fetch(saveUrl, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      // Goes on when the page is gone; browsers take it for so much only.
      keepalive: String(form).length < mostKept,
      redirect: 'error',
    });
  };

  const save = async (): Promise<void> => {
    const { current } = run;
    current.dirty = false;
    setState('saving');
    const outcome = await post().then(readOutcome, (): Outcome => ({ kind: 'failed' }));
    if (outcome.kind === 'saved') {
      current.failures = 0;
      current.version = { answersVersion: outcome.answersVersion, mark: outcome.mark };
      setVersion(current.version);
      if (current.dirty) return schedule(quietMs);
      return setState('saved');
    }
    setState(outcome.kind);
    current.dirty = true;
    current.stopped ||= outcome.kind === 'conflict' || outcome.kind === 'moved_on';
    schedule(retryMs[Math.min(current.failures++, retryMs.length - 1)] ?? quietMs);
  };

  const leave = (isGone: boolean) => {
    const { dirty, stopped, underWay, version } = run.current;
    if (stopped || !(dirty || underWay)) return;
    awaitVersion(version.answersVersion + Number(dirty) + (underWay ? 1 : 0));
    // Behind the one that is under way, whose version it builds on; a page that is gone gets no answer to wait for.
    if (dirty) begin(isGone ? undefined : underWay);
  };
  useLeaving(leave, first.answersVersion);

  return {
    state,
    version,
    changed() {
      run.current.dirty = true;
      schedule(quietMs);
    },
    async settle() {
      const { current } = run;
      window.clearTimeout(current.timer);
      current.stopped = true;
      await current.underWay;
      current.dirty = false;
    },
  };
}

type Outcome =
  | { kind: 'saved'; answersVersion: number; mark: string }
  | { kind: 'failed' | 'signed_out' | 'conflict' | 'moved_on' };

async function readOutcome(response: Response): Promise<Outcome> {
  const answer = (await response.json()) as { kind?: string; answersVersion?: number; mark?: string };
  if (response.ok && answer.kind === 'saved')
    return { kind: 'saved', answersVersion: answer.answersVersion ?? 0, mark: answer.mark ?? '' };
  if (response.status === 401) return { kind: 'signed_out' };
  return { kind: answer.kind === 'conflict' || answer.kind === 'moved_on' ? answer.kind : 'failed' };
}
