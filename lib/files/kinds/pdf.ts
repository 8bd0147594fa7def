import { beginsWith, type FileKind } from '../file-kind.ts';

/**
 * A PDF with its header as the very first bytes (readers take it up to 1,024 bytes in, which is what polyglots live off)
 * and its end mark in the last 1,024 (ISO 32000-1, 7.5.2, and annex H.3.4.4), padding apart. What is inside stays closed.
 */
export const pdf: FileKind = {
  contentType: 'application/pdf',
  extension: 'pdf',
  alsoExtensions: [],
  begins: (head) => beginsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d]),
  fits: ({ head, tail }) =>
    /^%PDF-[12]\.\d/.test(Buffer.from(head.subarray(0, 8)).toString('latin1')) &&
    unpadded(tail).subarray(-1024).includes('%%EOF'),
};

/** Some systems fill the last block with zeros or blanks. */
function unpadded(tail: Uint8Array): Buffer {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  let end = bytes.length;
  while (end > 0 && [0x00, 0x09, 0x0a, 0x0d, 0x20].includes(bytes[end - 1] ?? -1)) end -= 1;
  return bytes.subarray(0, end);
}
