import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { providers } from '@/lib/payments/providers/registry.ts';
import { type SandboxCall, sandboxCall } from '../../../testing/sandbox-call.ts';
import { brokenBooks } from './broken-books.ts';
import { openStage, type Stage, subjectOf } from './stage.ts';

/**
 * A stage for the tests of one file, and the sandbox's own doors: both are filled in before the first test. After each of them
 * our books are held against the provider's own.
 */
export function stageFor(
  provider: string,
  options?: Parameters<typeof openStage>[1],
): { stage: Stage; call: SandboxCall } {
  const stage = {} as Stage;
  beforeAll(
    async () => void Object.assign(stage, await openStage(subjectOf(providers.get(provider)), options)),
  );
  afterAll(async () => {
    await stage.world?.close();
    await stage.door?.close();
  });
  afterEach(async () => {
    await stage.provider.calm();
    const broken = await Promise.all(stage.ids.splice(0).map((id) => brokenBooks(stage, id)));
    expect(broken.flat()).toEqual([]);
  });
  return { stage, call: (path, method, body) => sandboxCall(stage.world.sandboxUrl)(path, method, body) };
}
