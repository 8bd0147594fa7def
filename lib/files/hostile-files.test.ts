import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EdgeKeeper, edgesOf } from './file-edges.ts';
import { jpegBytes, pdfBytes, pngBytes, zipBytes } from './hostile-files.test-helper.ts';
import { fileKinds, sniffFile } from './sniff-file.ts';

const html = '<!DOCTYPE html><html><script>alert(1)</script></html>';
const text = (content: string) => Buffer.from(content, 'latin1');
const both = (...parts: Buffer[]) => Buffer.concat(parts);
const sniff = (content: Uint8Array) => sniffFile(edgesOf(content))?.extension;

describe('what may be attached', () => {
  it.each<[string, Buffer, string]>([
    ['a PDF', pdfBytes(), 'pdf'],
    ['a PDF padded with zeros', both(pdfBytes(), Buffer.alloc(20_000)), 'pdf'],
    ['a PDF with a few bytes behind its end', pdfBytes({ after: 'signed by the scanner' }), 'pdf'],
    ['a large PDF', both(pdfBytes(), Buffer.alloc(500_000, 'x'), text('\n%%EOF')), 'pdf'],
    ['a PDF that mentions a ZIP', pdfBytes({ inside: '/Title(PK\x05\x06)' }), 'pdf'],
    ['a PNG', pngBytes(), 'png'],
    ['a PNG of an A0 sheet', pngBytes({ width: 19_866, height: 28_087 }), 'png'],
    ['a JPEG', jpegBytes(), 'jpg'],
    ['a JPEG with a comment larger than what is looked at', jpegBytes('x'.repeat(60_000)), 'jpg'],
    [
      'a JPEG with the film that phones put behind it',
      both(jpegBytes(), Buffer.alloc(300_000, 'mp4 ')),
      'jpg',
    ],
  ])('%s', (_, content, kind) => expect(sniff(content)).toBe(kind));

  it('has a line in the registry for every file of its folder', () => {
    expect(fileKinds).toHaveLength(readdirSync(new URL('./kinds', import.meta.url)).length);
  });
});

describe('what is refused', () => {
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['one byte', text('%')],
    ['a header alone', text('%PDF-1.7')],
    ['a PDF that was cut off', pdfBytes().subarray(0, -8)],
    ['a PDF whose header comes late', both(text('\n'), pdfBytes())],
    ['a PDF without a version', text('%PDF-x.y\n%%EOF')],
    ['a PDF behind a web page', both(text(html), pdfBytes())],
    ['a PDF with a web page in its first lines', pdfBytes({ inside: html })],
    ['a PDF with a web page behind it', pdfBytes({ after: html })],
    ['a PDF with a long web page behind it', pdfBytes({ after: html.repeat(100) })],
    ['a PDF that is a ZIP too', both(pdfBytes(), zipBytes())],
    ['a PDF that is a ZIP with a long comment', both(pdfBytes(), zipBytes(`${'x'.repeat(60_000)}%%EOF`))],
    ['a PDF inside the comment of a ZIP', zipBytes(pdfBytes().toString('latin1'))],
    [
      'a PDF that is a very large ZIP too',
      both(pdfBytes(), text(`PK\x06\x07${'\0'.repeat(16)}PK\x05\x06${'\xff'.repeat(18)}%%EOF`)),
    ],
    ['a PNG signature alone', pngBytes().subarray(0, 8)],
    ['a PNG that was cut off', pngBytes().subarray(0, -1)],
    [
      'a PNG without its header chunk',
      both(pngBytes().subarray(0, 8), Buffer.alloc(60), pngBytes().subarray(-12)),
    ],
    ['a PNG with a web page behind it', both(pngBytes(), text(html))],
    ['a PNG with a web page in a comment', pngBytes({ extra: html })],
    ['a PNG that is a ZIP too', both(pngBytes(), zipBytes())],
    ['a PNG of no size', pngBytes({ width: 0 })],
    ['a PNG of an absurd size', pngBytes({ width: 100_000, height: 100_000 })],
    ['a PNG of the largest size that can be written', pngBytes({ width: 0xffff_ffff, height: 0xffff_ffff })],
    ['a JPEG that is a JAR too', both(jpegBytes(), zipBytes())],
    ['a JPEG with a web page in a comment', jpegBytes(html)],
    ['a JPEG with a web page behind it', both(jpegBytes(), text(html))],
    ['a JPEG of four bytes', Buffer.of(0xff, 0xd8, 0xff, 0xe0)],
    [
      'a JPEG whose segments are none',
      both(Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0), Buffer.alloc(100)),
    ],
    ['a GIF that is a JAR too', both(text('GIF89a'), zipBytes())],
    ['a ZIP', zipBytes()],
    ['an SVG, whatever it is called', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a web page', text(html)],
    ['a program', text('MZ\x90\0This program cannot be run in DOS mode')],
    ['text in UTF-16', Buffer.from('\ufeff%PDF-1.7', 'utf16le')],
  ])('%s', (_, content) => expect(sniff(content)).toBeUndefined());
});

/*
 * Taken, and inert: nothing here opens, unpacks or draws a file, and a download is never shown in the portal's origin. See
 * docs/decisions/0014-attachments.md.
 */
describe('what is taken and never opened', () => {
  it.each<[string, Buffer, string]>([
    ['a PDF with a script', pdfBytes({ inside: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' }), 'pdf'],
    ['a PDF that starts a program', pdfBytes({ inside: '/OpenAction<</S/Launch/F(cmd.exe)>>' }), 'pdf'],
    ['a PDF with a file in it', pdfBytes({ inside: '/Names<</EmbeddedFiles 9 0 R>>' }), 'pdf'],
    [
      'a PDF whose stream says that it unpacks to a terabyte',
      pdfBytes({ inside: '/Length 10/DL 1099511627776' }),
      'pdf',
    ],
    ['a JPEG that says that it is 65,535 pixels square', withFrame(jpegBytes(), 0xffff), 'jpg'],
  ])('%s', (_, content, kind) => expect(sniff(content)).toBe(kind));
});

function withFrame(jpeg: Buffer, side: number): Buffer {
  const frame = jpeg.indexOf(Buffer.of(0xff, 0xc0));
  jpeg.writeUInt16BE(side, frame + 5);
  jpeg.writeUInt16BE(side, frame + 7);
  return jpeg;
}

it('keeps the same edges however the bytes come', () => {
  const content = Buffer.from(
    Array.from({ length: 200_000 }, (_, index) => (index * 7 + (index >> 9)) % 256),
  );
  const whole = edgesOf(content);
  expect([whole.head.length, whole.tail.length, whole.sizeBytes]).toEqual([4096, 65_557, 200_000]);
  for (const size of [1000, 4095, 65_536, 131_072]) {
    const keeper = new EdgeKeeper();
    for (let at = 0; at < content.length; at += size) keeper.add(content.subarray(at, at + size));
    const { head, tail, sizeBytes } = keeper.edges();
    expect(sizeBytes).toBe(whole.sizeBytes);
    expect(Buffer.compare(head, whole.head)).toBe(0);
    expect(Buffer.compare(tail, whole.tail)).toBe(0);
  }
});
