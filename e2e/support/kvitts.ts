import { join } from 'node:path';
import { findFreePort } from '../../scripts/runtime/ports.ts';
import { makeScratchFolder } from '../../scripts/runtime/scratch.ts';

/** Where one whole Kvitt is found, under the names of the environment that the tests read. */
export type Kvitt = {
  E2E_PORT: string;
  E2E_SANDBOX_PORT: string;
  E2E_SMTP_PORT: string;
  E2E_PGPORT: string;
  E2E_PORTAL_URL: string;
  E2E_SANDBOX_URL: string;
  KVITT_DATA_DIR: string;
};

/** So many of them on free ports, each with a data folder of its own in `folder` (a new temporary one when there is none). */
export async function planKvitts(count: number, folder = makeScratchFolder('kvitt-e2e-')): Promise<Kvitt[]> {
  const kvitts: Kvitt[] = [];
  for (let number = 1; number <= count; number += 1) {
    const [port, sandboxPort, smtpPort, pgPort] = await Promise.all(Array.from({ length: 4 }, findFreePort));
    kvitts.push({
      E2E_PORT: String(port),
      E2E_SANDBOX_PORT: String(sandboxPort),
      E2E_SMTP_PORT: String(smtpPort),
      E2E_PGPORT: String(pgPort),
      E2E_PORTAL_URL: `http://localhost:${port}`,
      E2E_SANDBOX_URL: `http://127.0.0.1:${sandboxPort}`,
      KVITT_DATA_DIR: join(folder, String(number)),
    });
  }
  return kvitts;
}
