import type { FileEdges } from './file-edges.ts';

/** A kind of file that may be attached. */
export interface FileKind {
  contentType: string;
  /** The one that a stored name ends with. */
  extension: string;
  /** Others that are left as they are. */
  alsoExtensions: readonly string[];
  /** Whether the first bytes are this kind's: enough to refuse a file before the rest of it is read. */
  begins(head: Uint8Array): boolean;
  /** Whether a file that begins so also has the build of one. Nothing is ever unpacked for it. */
  fits(edges: FileEdges): boolean;
}

export function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}
