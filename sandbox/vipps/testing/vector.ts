import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(
  new URL('../../../../shared/reference/providers/specs/vectors/vipps-webhook-hmac.json', import.meta.url),
);

/** The official signature example, which lies beside the project; undefined when it is not there. */
export const vector: Record<string, string> | undefined = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : undefined;
