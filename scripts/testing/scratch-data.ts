import { rmSync } from 'node:fs';
import { afterAll } from 'vitest';
import { makeScratchFolder } from '../runtime/scratch.ts';

/**
 * A KVITT_DATA_DIR of the test file's own. To be imported before anything of `scripts/runtime`, which reads the variable when
 * it is loaded: nothing of a test may land in the checkout's own folder.
 */
export const scratchData = makeScratchFolder('kvitt-start-test-');
process.env.KVITT_DATA_DIR = scratchData;

const { dataDir } = await import('../runtime/paths.ts');
if (dataDir !== scratchData)
  throw new Error(
    'Another test file has loaded scripts/runtime: this one needs modules of its own (isolate)',
  );

afterAll(() => rmSync(scratchData, { recursive: true, force: true }));
