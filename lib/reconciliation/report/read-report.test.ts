import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/scripts/testing/property-runs.ts';
import { writeReport } from '../testing/write-report.ts';
import { type ColumnMapping, columnMapping, neutralMapping } from './column-mapping.ts';
import { dateFormats, readDate } from './read-date.ts';
import { readReport } from './read-report.ts';
import { lineTypes, type SettlementLine } from './settlement-line.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (
  text: string | Uint8Array,
  mapping = neutralMapping,
  limits?: { bytes: number; lines: number },
) => readReport([typeof text === 'string' ? bytes(text) : text], mapping, limits);

const header = 'report;settled_on;type;reference;payment_id;transaction_id;happened_on;amount;currency;fee';
const good = 'R1;2026-03-02;payment;KV-1-1;p1;t1;2026-03-01;59980;NOK;845';
const withLine = (line: string) => `${header}\n${good}\n${line}\n`;

const text = fc.stringMatching(/^[!-~]([ -~]{0,12}[!-~])?$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const date = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const mappings: fc.Arbitrary<ColumnMapping> = fc
  .record({
    separator: fc.constantFrom(';' as const, ',' as const, '\t' as const, '|' as const),
    encoding: fc.constantFrom('utf-8' as const, 'windows-1252' as const),
    unit: fc.constantFrom('minor' as const, 'major' as const),
    decimalSign: fc.constantFrom('comma' as const, 'point' as const),
    refundSign: fc.constantFrom('negative' as const, 'positive' as const),
    feeSign: fc.constantFrom('negative' as const, 'positive' as const),
    dates: fc.constantFrom(...dateFormats),
  })
  .map(({ separator, encoding, dates, ...amounts }) => ({
    ...neutralMapping,
    separator,
    encoding,
    dates,
    amounts,
  }));
const lines: fc.Arbitrary<SettlementLine[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...lineTypes),
      reference: text,
      paymentId: maybe(text),
      amountMinor: fc.integer({ min: 1, max: 10_000_000_000 }),
      feeMinor: maybe(fc.integer({ min: -10_000, max: 10_000 })),
      currency: fc.constantFrom('NOK', 'SEK', 'ISK'),
      settledOn: date,
      happenedOn: maybe(date),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) => all.map((line, at) => ({ ...line, lineNumber: at + 2, transactionId: `t${at}` })));

describe('a settlement report', () => {
  it('is read as it was written, by any mapping and in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(mappings, lines, fc.integer({ min: 1, max: 40 }), async (mapping, written, size) => {
        expect(columnMapping.parse(mapping)).toEqual(mapping);
        const file = bytes(writeReport(mapping, 'R-1', written));
        const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
          file.subarray(at * size, (at + 1) * size),
        );
        expect(await readReport(pieces, mapping)).toMatchObject({
          kind: 'report',
          reference: 'R-1',
          lines: written,
        });
      }),
      runs(150),
    );
  });

  it.each([
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;599,80;NOK;', 'amount', 'amount'],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;599.80;NOK;', 'amount', 'amount'],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;1e3;NOK;', 'amount', 'amount'],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;;NOK;', 'amount', 'amount'],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;-100;NOK;', 'sign', 'amount'],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;0;NOK;', 'sign', 'amount'],
    ['R1;2026-03-02;refund;KV-2-1;p2;t2;2026-03-01;100;NOK;', 'sign', 'amount'],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;100;NOK;x', 'fee', 'fee'],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;100;kr;', 'currency', 'currency'],
    ['R1;2026-02-30;payment;KV-2-1;p2;t2;2026-03-01;100;NOK;', 'date', 'settled_on'],
    ['R1;02.03.2026;payment;KV-2-1;p2;t2;2026-03-01;100;NOK;', 'date', 'settled_on'],
    ['R1;2026-03-02;payout;KV-2-1;p2;t2;2026-03-01;100;NOK;', 'type', 'type'],
    ['R1;2026-03-02;payment;;;t2;2026-03-01;100;NOK;', 'reference', 'reference'],
    ['R1;2026-03-02;payment;Kårstø;p2;t2;2026-03-01;100;NOK;', 'reference', 'reference'],
    ['R2;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;100;NOK;', 'mixed_reports', undefined],
    ['R1;2026-03-02;payment;KV-2-1;p2;t1;2026-03-01;100;NOK;', 'transaction_twice', undefined],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;100;NOK', 'columns', undefined],
    ['R1;2026-03-02;payment;"KV-2-1;p2;t2;2026-03-01;100;NOK;', 'quotes', undefined],
    ['R1;2026-03-02;payment;KV-2-1;p2;t2;2026-03-01;100;NOK;\u0000', 'characters', undefined],
    [`R1;${'x'.repeat(5000)}`, 'line_too_long', undefined],
  ])('%s is named with its line and nothing is taken in', async (line, code, column) => {
    expect(await read(withLine(line))).toEqual({
      kind: 'problems',
      problems: [{ line: 3, code, ...(column && { column }) }],
    });
  });

  it('says what its header lacks, or has twice', async () => {
    const problems = async (file: string) => {
      const result = await read(file);
      return result.kind === 'problems' ? result.problems : [];
    };
    expect(await problems(`${header.replace(';fee', '')}\n${good}`)).toEqual([
      { line: 1, code: 'header_missing', column: 'fee' },
    ]);
    expect(await problems(`${header};amount\n`)).toEqual([
      { line: 1, code: 'header_twice', column: 'amount' },
    ]);
    expect(await problems(header)).toEqual([{ line: 1, code: 'empty' }]);
    expect(await problems('')).toEqual([{ line: 1, code: 'empty' }]);
    expect(await problems(`${header}\n\n${good}`)).toEqual([{ line: 2, code: 'columns' }]);
  });

  it('is bounded in bytes, lines and named problems', async () => {
    const many = [header, ...Array.from({ length: 50 }, (_, at) => good.replace('t1', `t${at}`))].join('\n');
    expect(await read(many, neutralMapping, { bytes: 200, lines: 100 })).toEqual({
      kind: 'problems',
      problems: [{ line: 0, code: 'too_large' }],
    });
    expect(await read(many, neutralMapping, { bytes: 10_000, lines: 49 })).toEqual({
      kind: 'problems',
      problems: [{ line: 51, code: 'too_many_lines' }],
    });
    const wrong = [header, ...Array.from({ length: 500 }, () => 'x')].join('\n');
    const result = await read(wrong);
    expect(result.kind === 'problems' && result.problems).toHaveLength(20);
    expect(await read(new Uint8Array([0xff, 0xfe, 0x41]))).toMatchObject({
      problems: [{ line: 1, code: 'characters' }],
    });
  });

  it('may begin with a byte order mark, quote its cells and end with empty lines', async () => {
    const file = `\ufeff${header}\r\n${good.replace('KV-1-1', '"KV-1-1"')}\r\n\r\n \r\n`;
    expect(await read(file)).toMatchObject({
      kind: 'report',
      lines: [{ lineNumber: 2, reference: 'KV-1-1', amountMinor: 59_980, feeMinor: 845 }],
    });
  });

  it('without a name of its own is known by what is in it', async () => {
    const { report: _, ...headers } = neutralMapping.headers;
    const first = await read(`${header}\n${good}`, { ...neutralMapping, headers });
    const again = await read(`${header}\n${good}`, { ...neutralMapping, headers });
    const other = await read(`${header}\n${good}0`, { ...neutralMapping, headers });
    expect(first).toEqual(again);
    expect(first.kind === 'report' && first.reference).toMatch(/^sha256:[0-9a-f]{24}$/);
    expect(other.kind === 'report' && other.reference).not.toBe(first.kind === 'report' && first.reference);
  });

  it.each([
    ['2026-12-31T22:30:00Z', '2026-12-31'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2026-12-31T23:30:00+01:00', '2026-12-31'],
    ['2026-03-29T00:59:00Z', '2026-03-29'],
    ['2026-03-28T23:30:00Z', '2026-03-29'],
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-02-30T12:00:00Z', undefined],
    ['2026-12-31T23:30:00', undefined],
  ])('the instant %s is the day %s in Oslo', (instant, day) => {
    expect(readDate(instant, 'instant')).toBe(day);
  });

  it('has a mapping that makes sense, or none', () => {
    const broken: unknown[] = [
      { ...neutralMapping, currency: 'NOK' },
      { ...neutralMapping, headers: { ...neutralMapping.headers, currency: undefined } },
      { ...neutralMapping, headers: { ...neutralMapping.headers, fee: 'amount' } },
      { ...neutralMapping, types: { ...neutralMapping.types, refund: ['Payment'] } },
      {
        ...neutralMapping,
        headers: { ...neutralMapping.headers, reference: undefined, paymentId: undefined },
      },
      { ...neutralMapping, more: 1 },
    ];
    for (const mapping of broken) expect(columnMapping.safeParse(mapping).success).toBe(false);
  });
});
