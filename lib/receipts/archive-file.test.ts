import { describe, expect, it } from 'vitest';
import { attachmentName } from './archive-file.ts';

describe('attachmentName', () => {
  it.each([
    ['tegning.pdf', 'attachment-01-tegning.pdf'],
    ['../../båt 2.pdf', 'attachment-01-båt_2.pdf'],
    ['.pdf', 'attachment-01-pdf'],
    ['', 'attachment-01-file'],
    ['a\r\nX: y.pdf', 'attachment-01-a_X_y.pdf'],
  ])('%j becomes %s', (given, name) => {
    expect(attachmentName(0, given)).toBe(name);
  });

  // Half a character cannot be stored: the paid case would never be delivered.
  it.each([`${'𠀀'.repeat(60)}a.pdf`, `${'𠀀'.repeat(60)}.pdf`, `${'𠀀'.repeat(60)}.jpeg`])(
    'never cuts a character in half (%#)',
    (given) => {
      const name = attachmentName(1, given);
      expect(name).not.toMatch(/\p{Surrogate}/u);
      expect([...name].length).toBeLessThanOrEqual('attachment-02-'.length + 80);
      expect(encodeURIComponent(name)).toContain('attachment-02-');
    },
  );
});
