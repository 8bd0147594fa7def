import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../runtime/paths.ts';

/** Real apps lie beside the checkout and are never copied into it. */
const folder = join(root, '../shared/fixtures/altinn-apps');

export const appFolders = {
  payment: join(folder, 'payment-test'),
  signing: join(folder, 'signing-test'),
};

/** Undefined when the apps are there; else why the tests are skipped. */
export const missingApps = existsSync(folder)
  ? undefined
  : 'skipped: ../shared/fixtures/altinn-apps is not beside this checkout';
