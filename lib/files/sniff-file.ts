/** What may be attached, by what the bytes say; `extension` is the one a stored name ends with. */
export const fileKinds = [
  {
    contentType: 'application/pdf',
    extension: 'pdf',
    alsoExtensions: [],
    magic: [0x25, 0x50, 0x44, 0x46, 0x2d],
  },
  {
    contentType: 'image/png',
    extension: 'png',
    alsoExtensions: [],
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  { contentType: 'image/jpeg', extension: 'jpg', alsoExtensions: ['jpeg'], magic: [0xff, 0xd8, 0xff] },
] as const;
export type FileKind = (typeof fileKinds)[number];

/**
 * The kind of a file by its first bytes, never by its name or by what the browser calls it; undefined for anything that
 * may not be attached. A file can still be something else too (a polyglot): downloads are therefore always inert.
 */
export function sniffFile(bytes: Uint8Array): FileKind | undefined {
  return fileKinds.find(
    ({ magic }) => bytes.length > magic.length && magic.every((byte, index) => bytes[index] === byte),
  );
}
