import { useEffect, useRef, useState } from 'react';
import type { SaveState } from './save-status.tsx';

const quietMs = 1500;
const retryMs = [5000, 15_000, 30_000, 60_000];

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
    window.clearTimeout(run.current.timer);
    run.current.timer = window.setTimeout(() => {
      run.current.underWay ??= save();
    }, delayMs);
  };

  const post = (keepalive: boolean) => {
    const form = body();
    form.set('_version', String(run.current.version.answersVersion));
    form.set('_mark', run.current.version.mark);
    form.set('action', 'autosave');
    return fetch(saveUrl, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      keepalive,
      redirect: 'error',
    });
  };

  const save = async (): Promise<void> => {
    const { current } = run;
    current.dirty = false;
    setState('saving');
    const outcome = await post(false).then(readOutcome, (): Outcome => ({ kind: 'failed' }));
    current.underWay = undefined;
    if (outcome.kind === 'saved') {
      current.failures = 0;
      current.version = { answersVersion: outcome.answersVersion, mark: outcome.mark };
      setVersion(current.version);
      setState(current.dirty ? 'saving' : 'saved');
      return;
    }
    setState(outcome.kind);
    current.dirty = true;
    current.stopped = outcome.kind === 'conflict' || outcome.kind === 'moved_on';
    if (!current.stopped) schedule(retryMs[Math.min(current.failures++, retryMs.length - 1)] ?? quietMs);
  };

  const latest = useRef(post);
  useEffect(() => {
    latest.current = post;
  });
  useEffect(() => {
    const { current } = run;
    // The page may never be shown again: what is not saved goes now.
    const flush = () => {
      if (!current.dirty || current.stopped) return;
      current.dirty = false;
      void latest.current(true).catch(() => undefined);
    };
    // Brought back by the browser as it was left: what is saved may be newer.
    const refresh = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pagehide', flush);
    window.addEventListener('pageshow', refresh);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('pageshow', refresh);
      window.clearTimeout(current.timer);
    };
  }, []);

  return {
    state,
    version,
    changed() {
      const { current } = run;
      current.dirty = true;
      if (!current.stopped) schedule(quietMs);
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
