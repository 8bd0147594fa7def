import { beginsWith, type FileKind } from '../file-kind.ts';

const iend = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
/** An A0 sheet at 600 dpi has 558 million. Kvitt decodes no picture, but whoever opens it later does. */
const maxPixels = 600_000_000;

/** A PNG that begins with its header chunk, has the size of a picture, and ends with its last chunk (W3C PNG, 5.2, 11.2.1). */
export const png: FileKind = {
  contentType: 'image/png',
  extension: 'png',
  alsoExtensions: [],
  begins: (head) => beginsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  fits: ({ head, tail, sizeBytes }) =>
    sizeBytes >= 57 && hasHeader(head) && beginsWith(tail.subarray(-iend.length), iend),
};

function hasHeader(head: Uint8Array): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const isHeader = view.getUint32(8) === 13 && view.getUint32(12) === 0x49484452;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return isHeader && width > 0 && height > 0 && width * height <= maxPixels;
}
