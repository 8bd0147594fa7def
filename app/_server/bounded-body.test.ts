import { describe, expect, it } from 'vitest';
import { readBounded, readBoundedText } from './bounded-body.ts';

const post = (body: ReadableStream<Uint8Array> | string) =>
  new Request('http://portal.invalid/', { method: 'POST', body, duplex: 'half' } as RequestInit);

/** A body of `chunks` pieces of 100 kB; tells how many were taken. */
function stream(chunks: number) {
  let taken = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken++ < chunks) controller.enqueue(new Uint8Array(100_000));
      else controller.close();
    },
    cancel() {
      cancelled = true;
    },
  });
  return { body, state: () => ({ taken, cancelled }) };
}

describe('readBounded', () => {
  it('gives what fits, and nothing of what does not', async () => {
    expect(await readBoundedText(post('abc'), 3)).toBe('abc');
    expect(await readBoundedText(post('abcd'), 3)).toBeUndefined();
    expect(await readBounded(post(''), 3)).toHaveLength(0);
  });

  it('reads somewhat too large bodies to their end, so that the answer is heard', async () => {
    const { body, state } = stream(10);
    expect(await readBounded(post(body), 16)).toBeUndefined();
    expect(state().cancelled).toBe(false);
  });

  it('stops at a flood', async () => {
    const { body, state } = stream(10_000);
    expect(await readBounded(post(body), 16)).toBeUndefined();
    expect(state().taken).toBeLessThan(60);
    expect(state().cancelled).toBe(true);
  });
});
