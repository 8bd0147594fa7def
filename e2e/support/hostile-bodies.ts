/** Bodies that no form of ours sends. */
export function badBodies(): { data: string | Buffer; type: string }[] {
  const form = 'application/x-www-form-urlencoded';
  const parts = 'multipart/form-data; boundary=x';
  return [
    { type: 'application/json', data: '{"a":' },
    { type: 'application/json', data: '[]' },
    { type: 'text/xml', data: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
    { type: 'x', data: 'a' },
    { type: form, data: '' },
    { type: form, data: '%%%=%E0%A4%A&&&=&a' },
    { type: form, data: Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0x80]) },
    { type: form, data: `a=${'x'.repeat(300_000)}` },
    { type: form, data: 'a=&'.repeat(30_000) },
    { type: parts, data: 'garbage' },
    { type: parts, data: '' },
    { type: parts, data: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb' },
    { type: 'multipart/form-data', data: '--x--' },
    { type: `multipart/form-data; boundary=${'y'.repeat(200)}`, data: 'x' },
  ];
}

/** The end record of a ZIP without files. */
export const emptyZip = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);

/** As much of a PNG as says what it is and how large. */
export function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4);
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    header,
    Buffer.alloc(12),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
}
