import { beginsWith, type FileKind } from '../file-kind.ts';

const startOfScan = 0xda;

/**
 * A JPEG whose segments follow each other as far as the head shows them (ITU-T T.81, annex B). What comes after the picture
 * is not judged: phones put a film or a second picture there.
 */
export const jpeg: FileKind = {
  contentType: 'image/jpeg',
  extension: 'jpg',
  alsoExtensions: ['jpeg'],
  begins: (head) => beginsWith(head, [0xff, 0xd8, 0xff]),
  fits: ({ head, sizeBytes }) => sizeBytes >= 64 && hasSegments(head),
};

function hasSegments(head: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= head.length) {
    if (head[at] !== 0xff) return false;
    const marker = head[at + 1] ?? 0;
    // A fill byte before the marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Everything before the scan is a segment with a length: tables, frame, application data, comment.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) return false;
    if (marker === startOfScan) return true;
    const length = ((head[at + 2] ?? 0) << 8) | (head[at + 3] ?? 0);
    if (length < 2) return false;
    at += 2 + length;
  }
  return true;
}
