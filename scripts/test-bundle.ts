import { bundleProcesses } from './build.ts';

/** Vitest's global setup: tests start the sandbox as `npm start` does, built once instead of compiled for each file. */
export default bundleProcesses;
