import { rmSync } from 'node:fs';
import { afterAll } from 'vitest';
import { makeScratchFolder } from '../runtime/scratch.ts';

/**
 * A KVITT_DATA_DIR of the test file's own. To be imported before anything of `scripts/runtime`, which reads the variable when
 * it is loaded: nothing of a test may land in the checkout's own folder. Only for the project `db`, whose files load modules of
 * their own.
 */
export const scratchData = makeScratchFolder('kvitt-start-test-');
process.env.KVITT_DATA_DIR = scratchData;

afterAll(() => rmSync(scratchData, { recursive: true, force: true }));
