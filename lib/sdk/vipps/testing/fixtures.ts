import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const VECTOR = fileURLToPath(
  new URL('../../../../../shared/reference/providers/specs/vectors/vipps-webhook-hmac.json', import.meta.url),
);

export const VECTOR_ABSENT = 'skipped: ../shared/reference/providers/specs/vectors is not here';

/** The official signature example, which lives beside the project; undefined on a bare clone. */
export function readVector(): Record<string, string> | undefined {
  return existsSync(VECTOR) ? JSON.parse(readFileSync(VECTOR, 'utf8')) : undefined;
}
