import type { FileEdges } from './file-edges.ts';
import type { FileKind } from './file-kind.ts';
import { jpeg } from './kinds/jpeg.ts';
import { pdf } from './kinds/pdf.ts';
import { png } from './kinds/png.ts';
import { isPolyglot } from './polyglot.ts';

/** What may be attached. */
export const fileKinds: readonly FileKind[] = [pdf, png, jpeg];

/** Whether a file that begins so can still be attached: what cannot need not be read on. */
export function mayBecomeFile(head: Uint8Array): boolean {
  return fileKinds.some((kind) => kind.begins(head));
}

/**
 * The kind of a file by its bytes, never by its name or by what the browser calls it; undefined for anything that may not be
 * attached. Nothing is unpacked or decoded. A clever file can still be something else too: downloads are always inert.
 */
export function sniffFile(edges: FileEdges): FileKind | undefined {
  const kind = fileKinds.find((each) => each.begins(edges.head));
  return kind?.fits(edges) && !isPolyglot(edges) ? kind : undefined;
}
