import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Everything that belongs to this installation and not to git: database, secrets, logs, stamps. */
export const dataDir = resolve(root, process.env.KVITT_DATA_DIR || '.data');

export const logsDir = join(dataDir, 'logs');
