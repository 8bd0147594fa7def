import { describe, expect, it } from 'vitest';
import { downloadHeaders } from './download-headers.ts';
import { safeFilename } from './safe-filename.ts';
import { fileKinds, sniffFile } from './sniff-file.ts';

const [pdf, , jpeg] = fileKinds;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('sniffFile', () => {
  it('believes the bytes, not the name', () => {
    expect(sniffFile(bytes('%PDF-1.7\n…'))?.contentType).toBe('application/pdf');
    expect(sniffFile(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))?.contentType).toBe('image/jpeg');
    expect(sniffFile(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))?.contentType).toBe(
      'image/png',
    );
  });

  it.each(['', '%PDF', '<html>%PDF-1.7', 'MZ', '<svg xmlns="http://www.w3.org/2000/svg"/>', ' %PDF-1.7'])(
    'refuses %j',
    (text) => {
      expect(sniffFile(bytes(text))).toBeUndefined();
    },
  );
});

describe('safeFilename', () => {
  it.each([
    ['tegning.pdf', 'tegning.pdf'],
    ['Plan å.PDF', 'Plan å.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\kari\\kart.pdf', 'kart.pdf'],
    ['side.html', 'side.html.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
    ['\u202egpj.exe', 'gpj.exe.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['', 'vedlegg.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
  ])('%j becomes %j', (given, stored) => {
    expect(safeFilename(given, pdf)).toBe(stored);
  });

  it('keeps .jpeg and cuts long names without halving a character', () => {
    expect(safeFilename('foto.jpeg', jpeg)).toBe('foto.jpeg');
    expect([...safeFilename(`${'😀'.repeat(300)}.pdf`, pdf)].length).toBe(104);
  });
});

describe('downloadHeaders', () => {
  it('saves and runs nothing', () => {
    const headers = downloadHeaders({
      filename: 'kart "å" (1).pdf',
      contentType: 'application/pdf',
      sizeBytes: 7,
    });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="kart _a_ (1).pdf"; filename*=UTF-8''kart%20%22%C3%A5%22%20%281%29.pdf`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
  });
});
