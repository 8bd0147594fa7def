import { describe, expect, it } from 'vitest';
import { downloadHeaders } from './download-headers.ts';
import { jpeg } from './kinds/jpeg.ts';
import { pdf } from './kinds/pdf.ts';
import { safeFilename } from './safe-filename.ts';

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
    ['a\0.pdf', 'a.pdf'],
    ['kart.pdf\0.exe', 'kart.pdf.exe.pdf'],
    ['faktura\u202efdp.exe', 'fakturafdp.exe.pdf'],
    ['\u2066a\u2069\u061cb\u00ad\u{e0041}.pdf', 'ab.pdf'],
    ['con.pdf', '_con.pdf'],
    ['NUL.tar.pdf', '_NUL.tar.pdf'],
    ['konto.pdf', 'konto.pdf'],
    ['bilde.png', 'bilde.png.pdf'],
    ['...', 'vedlegg.pdf'],
    ['\u200b\u2028', 'vedlegg.pdf'],
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
    });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="kart _a_ (1).pdf"; filename*=UTF-8''kart%20%22%C3%A5%22%20%281%29.pdf`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
  });
});
