import type { FileEdges } from './file-edges.ts';

const page = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|\?php)[\s>/]/i;

/**
 * Whether a file is something else as well: a ZIP (and with it a JAR, an APK, an Office document), which is read from its
 * end, or a web page, which is looked for at the beginning and at the end.
 */
export function isPolyglot({ head, tail }: FileEdges): boolean {
  return isZip(tail) || hasPage(head.subarray(0, 1024)) || hasPage(tail.subarray(-1024));
}

function hasPage(bytes: Uint8Array): boolean {
  return page.test(Buffer.from(bytes).toString('latin1'));
}

/**
 * The end record of a ZIP (APPNOTE 4.3.16). Four bytes alone stand in one of 65,000 innocent files, so what the record says
 * must be possible: its directory lies before it, or the record of a large ZIP does.
 */
function isZip(tail: Uint8Array): boolean {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  for (
    let at = bytes.lastIndexOf('PK\x05\x06');
    at >= 0;
    at = at ? bytes.lastIndexOf('PK\x05\x06', at - 1) : -1
  ) {
    if (at + 22 > bytes.length) continue;
    if (at >= 20 && bytes.subarray(at - 20, at - 16).equals(zip64Locator)) return true;
    const [size, offset] = [bytes.readUInt32LE(at + 12), bytes.readUInt32LE(at + 16)];
    if (size <= maxZipBytes && offset <= maxZipBytes) return true;
  }
  return false;
}

const zip64Locator = Buffer.from('PK\x06\x07');
/** More than any attachment has. */
const maxZipBytes = 0x0100_0000;
