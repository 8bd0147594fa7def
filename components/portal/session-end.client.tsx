'use client';

import { useEffect, useState } from 'react';

export interface SessionEndProps {
  /** A session lasts this long after the last request. */
  idleSeconds: number;
  texts: { warning: string; stay: string; ended: string; signIn: string };
  signInHref: string;
}

const warnSeconds = 5 * 60;
const askAgainSeconds = 30;

type State = 'lasting' | 'ending' | 'ended';

/**
 * Warns before the session ends, and lets it go on with one press. It asks the server how long is left, so that another
 * tab, or what is saved as one types, counts too. Without scripts a page says the same in words of its own.
 */
export function SessionEnd({ idleSeconds, texts, signInHref }: SessionEndProps) {
  const [state, setState] = useState<State>('lasting');
  const [round, setRound] = useState({ waitSeconds: idleSeconds - warnSeconds });

  const ask = async (method: 'GET' | 'POST') => {
    const left = await secondsLeft(method);
    setState(left === 0 ? 'ended' : left !== undefined && left <= warnSeconds ? 'ending' : 'lasting');
    const waitSeconds = left !== undefined && left > warnSeconds ? left - warnSeconds : askAgainSeconds;
    setRound({ waitSeconds });
  };

  useEffect(() => {
    const timer = window.setTimeout(() => void ask('GET'), round.waitSeconds * 1000);
    return () => window.clearTimeout(timer);
  });

  return (
    <div role="alert" className="kv-session-end" hidden={state === 'lasting'}>
      {state === 'ending' ? (
        <>
          <p>{texts.warning}</p>
          <button type="button" className="ds-button" onClick={() => void ask('POST')}>
            {texts.stay}
          </button>
        </>
      ) : null}
      {state === 'ended' ? (
        <>
          <p>{texts.ended}</p>
          <a className="ds-button" href={signInHref} target="_blank" rel="noreferrer">
            {texts.signIn}
          </a>
        </>
      ) : null}
    </div>
  );
}

/** Undefined when nobody answers: then it is asked again later. */
async function secondsLeft(method: 'GET' | 'POST'): Promise<number | undefined> {
  try {
    const response = await fetch('/session', { method });
    const { secondsLeft: left } = (await response.json()) as { secondsLeft?: unknown };
    return typeof left === 'number' ? left : undefined;
  } catch {
    return undefined;
  }
}
