import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSecretBox } from '@/lib/core/secret-box.ts';
import { openFile, openJson, sealFile, sealJson } from './sealed-values.ts';

const keyed = (byte: number) => newSecretBox(Buffer.alloc(32, byte).toString('base64'));
const box = keyed(1);
const fnr = '12858514140';
const column = 'submission.answers';
const seal = (value: unknown, id = 'one') => sealJson(box, column, id, value);
const open = (stored: unknown, id = 'one') => openJson(box, column, id, stored);

/** Answers as people write them: any text, with numbers in them and texts that look sealed among them. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    fnr,
    `Født ${fnr}.`,
    '128585 14140',
    '128585-14140',
    'v1.abcdefgh.abc.def',
    String(seal([fnr])),
  ),
);
const answers = fc.dictionary(
  fc.string(),
  fc.letrec((tie) => ({
    answer: fc.oneof(
      text,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('answer'), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie('answer'), { maxKeys: 3 }),
    ),
  })).answer,
);

describe('documents of answers (rule 19)', () => {
  it('open as they were before they were sealed, whatever was written', () => {
    fc.assert(
      fc.property(answers, (document) => {
        const stored = JSON.parse(JSON.stringify(seal(document)));
        expect(open(stored)).toEqual(JSON.parse(JSON.stringify(document)));
      }),
    );
    for (const alone of ['', fnr, String(seal({ fnr }))]) expect(open(seal(alone))).toBe(alone);
  });

  it('keep no number in clear, nor one that is mistyped or written apart', () => {
    for (const written of [fnr, '12858514141', '128585 14140', '128585-14140', '12.85.85.14140', `a${fnr}b`])
      expect(JSON.stringify(seal({ rows: [{ deep: `x ${written} y` }] }))).toMatch(/^"v1\.[\w.-]+"$/);
  });

  it('stay as they are where there is nothing to seal', () => {
    const plain = { name: 'Kari', date: '2026-03-10', phone: '+47 98 76 54 32', many: ['1', '2'] };
    expect(seal(plain)).toBe(plain);
    expect(sealJson(box, column, undefined, {})).toEqual({});
    expect(() => sealJson(box, column, undefined, { fnr })).toThrow('by the id of its row');
  });

  it('open for their own row and column and with their own key only, and say so', () => {
    const sealed = seal({ fnr });
    const wrong = 'submission.answers:one does not open: it was sealed with another KVITT_SECRET_KEY';
    expect(() => openJson(keyed(2), column, 'one', sealed)).toThrow(wrong);
    expect(() => open(sealed, 'two')).toThrow('submission.answers:two does not open');
    expect(() => openJson(box, 'submission.fetched', 'one', sealed)).toThrow('does not open');
    expect(() => open('12345')).toThrow('does not open');
  });
});

describe('files of the archive', () => {
  it('open byte by byte as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.boolean(), (bytes, sealed) => {
        const file = { reference: 'A', name: 'answers.pdf', sealed, content: new Uint8Array(bytes) };
        const stored = { ...file, content: sealFile(box, file) };
        expect(openFile(box, stored)).toEqual(file.content);
        if (sealed) expect(() => openFile(box, { ...stored, name: 'content.json' })).toThrow('does not open');
      }),
    );
  });
});
