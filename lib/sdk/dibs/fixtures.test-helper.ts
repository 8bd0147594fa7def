import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SPECS = fileURLToPath(new URL('../../../../shared/reference/providers/specs/', import.meta.url));

export interface MacVectors {
  K: string;
  vectors: { official: boolean; message: string; mac: string; fields?: Record<string, string> }[];
}

export interface Md5Vectors {
  k1: string;
  k2: string;
  official: boolean;
  vectors: { use: string; msg: string; md5: string }[];
}

export interface Recording {
  host: string;
  contentType: string;
  formField: string;
  requests: { path: string; request: Record<string, unknown> }[];
  replies: Record<string, Record<string, unknown>>;
}

/** A JSON file of the reference, which lies beside the project; undefined on a bare clone. */
export function readSpec<T>(
  path:
    | 'vectors/dibs-dpw-mac.json'
    | 'vectors/dibs-flexwin-md5.json'
    | 'dibs/json-api.recorded.json'
    | 'dibs/flexwin-api.replies.json',
): T | undefined {
  const file = `${SPECS}${path}`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

export const FIXTURES_ABSENT = 'skipped: ../shared/reference/providers/specs is not here';
