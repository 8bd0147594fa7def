import { mayHoldPersonalNumber } from '@/lib/core/identifiers/fodselsnummer.ts';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { Prisma } from './generated/client.ts';

export type JsonColumn = 'submission.answers' | 'submission.fetched' | 'payment_attempt.snapshot';

/** Row and purpose are part of the seal: a value that is moved to another row or column does not open. */
export function sealContext(column: JsonColumn | 'archive_file', id: string): string {
  return `${column}:${id}`;
}

/**
 * A document as it is stored: itself, or one sealed JSON text when it may hold a fødselsnummer. A document that is a text is
 * always sealed, so that only what was sealed here is ever stored as one: nobody can write something that passes for it.
 * @throws Error when it is to be sealed and the write does not name its row by id: what for many rows is one value is no seal.
 */
export function sealJson(box: SecretBox, column: JsonColumn, id: unknown, value: unknown): unknown {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined || !(typeof value === 'string' || mayHoldPersonalNumber(text))) return value;
  if (typeof id !== 'string') throw new Error(`${column} is written by the id of its row`);
  return box.seal(text, sealContext(column, id));
}

/** The document. @throws Error naming row and column when it was sealed with another key, for another row, or was altered. */
export function openJson(box: SecretBox, column: JsonColumn, id: string, stored: unknown): Prisma.JsonValue {
  if (typeof stored !== 'string') return stored as Prisma.JsonValue;
  const context = sealContext(column, id);
  return JSON.parse(opened(context, () => box.open(stored, context))) as Prisma.JsonValue;
}

/** A row of the archive, as far as its content goes. */
export interface SealedFile {
  reference: string;
  name: string;
  sealed: boolean;
  content: Uint8Array<ArrayBuffer>;
}

export function sealFile(box: SecretBox, { reference, name, sealed, content }: SealedFile) {
  if (!sealed) return content;
  return new Uint8Array(Buffer.from(box.seal(content, sealContext('archive_file', `${reference}/${name}`))));
}

/** @throws Error naming the file when it does not open. */
export function openFile(box: SecretBox, { reference, name, sealed, content }: SealedFile) {
  if (!sealed) return content;
  const context = sealContext('archive_file', `${reference}/${name}`);
  return opened(context, () => box.openBytes(Buffer.from(content).toString('latin1'), context));
}

function opened<T>(context: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    const why = 'it was sealed with another KVITT_SECRET_KEY, for another row, or was altered';
    throw new Error(`${context} does not open: ${why}`, { cause });
  }
}
