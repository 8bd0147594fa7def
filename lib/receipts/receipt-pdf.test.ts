import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/core/language.ts';
import { casePdf } from './case-pdf.ts';
import { describeReceipt } from './describe-receipt.ts';
import { openFont } from './pdf/fonts.ts';
import { source, textOf } from './pdf/pdf-text.test-helper.ts';
import { exampleReceipt } from './receipt-data.test-helper.ts';
import { receiptPdf } from './receipt-pdf.ts';

describe('receiptPdf', () => {
  it('is tagged, has a language, a title and embedded fonts, and its table has headers', async () => {
    const pdf = source(await receiptPdf(exampleReceipt));
    expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Lang \(nb-NO\)/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    for (const kind of ['Document', 'H1', 'H2', 'P', 'Figure', 'Table', 'TR', 'TH', 'TD'])
      expect(pdf).toContain(`/S /${kind}\n`);
    expect(pdf).toMatch(/\/Scope \/Column/);
    expect(pdf).toMatch(/\/Scope \/Row/);
    expect(pdf).toMatch(/\/Alt \(Kvitt\)/);
    expect(pdf).toMatch(/\/FontFile2/);
    expect(pdf).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it('is the same bytes for the same data', async () => {
    const [first, second] = [await receiptPdf(exampleReceipt), await receiptPdf(exampleReceipt)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('has its text as text, æ, ø, å and Sámi letters too', async () => {
    const text = textOf(await receiptPdf(exampleReceipt));
    for (const part of [
      '2026-000001',
      'KV-7QH2-M4TX-9R',
      'AR-7QH2-M4TX-9R',
      'Ánne Čáhci Ødegård',
      'Søknad',
      '1234567',
    ])
      expect(text).toContain(part);
  });

  it('says which letters it has, whatever the process drew before it', async () => {
    // The ohm sign and the Greek letter share a glyph; so do the micro sign and its letter in some fonts.
    for (const party of ['\u2126 \u00b5', '\u03a9 \u03bc'])
      expect(textOf(await receiptPdf({ ...exampleReceipt, party: { name: party } }))).toContain(party);
  });

  it.each(['->', '3x4'])('shows «%s» as it was written, not as a sign of its own', (text) => {
    const plain = [...text].map((letter) => openFont('regular').layout(letter).glyphs[0]?.id);
    expect(
      openFont('regular')
        .layout(text)
        .glyphs.map(({ id }) => id),
    ).toEqual(plain);
  });

  it.each(languages)('is drawn in %s', async (language) => {
    expect(source(await receiptPdf({ ...exampleReceipt, language }))).toMatch(/%%EOF\s*$/);
  });
});

describe('casePdf', () => {
  it('lets an answer of any length run over several pages, within the structure', async () => {
    const pdf = source(
      await casePdf({
        language: 'nn',
        serviceTitle: 'Søknad',
        owner: 'Merkestyret',
        party: 'Kari',
        caseReference: 'KV-1',
        submittedAt: new Date('2026-11-21T10:00:00Z'),
        sections: [
          {
            title: 'Søkjar',
            rows: [
              { label: 'Grunngjeving', value: 'Ein lang tekst. '.repeat(900), answered: true },
              { label: 'Telefon', value: 'Ikkje svart på', answered: false },
            ],
          },
        ],
      }),
    );
    expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(2);
    expect(pdf).toContain('/S /LBody');
  });
});

describe('describeReceipt', () => {
  it('says what is not subject to VAT, what counts as received, how it was paid and who confirmed it', () => {
    const view = describeReceipt(exampleReceipt);
    const facts = Object.fromEntries(view.facts.map(({ term, detail }) => [term, detail]));
    expect(facts).toMatchObject({
      Nummer: '2026-000001',
      Saksreferanse: 'KV-7QH2-M4TX-9R',
      Arkivreferanse: 'AR-7QH2-M4TX-9R',
      'Utstedt av': 'Merkestyret, org.nr.\u00a0310000017',
      'Sendt inn': '21. november 2026 kl. 11:00',
      Betalt: '21. november 2026 kl. 11:05',
      'Regnes som mottatt': '21. november 2026 kl. 11:00, da det ble sendt inn',
    });
    expect(view.lines?.rows[0]).toMatchObject({
      vat: 'Ikke merverdiavgiftspliktig',
      gross: '3\u00a0200,00\u00a0kr',
    });
    expect(view.lines?.rows[2]).toMatchObject({ vat: '25 % mva.: 200,00\u00a0kr', net: '800,00\u00a0kr' });
    expect(view.lines?.sums.at(-1)).toEqual({ term: 'Sum', detail: '5\u00a0800,00\u00a0kr' });
    expect(view.payment).toContainEqual({ term: 'Betalt med', detail: 'Visa •••• 0004' });
    expect(view.payment).toContainEqual({ term: 'KID', detail: '1234567' });
    expect(view.signatures).toEqual([
      'Bekreftet av Kari Nordmann 21. november 2026 kl. 11:04, innlogget på nivå «høyt», forseglet av Kvitt.',
    ]);
  });

  it('shows no VAT sums when nothing is taxed, and no payment when nothing was paid', () => {
    const free = describeReceipt({
      ...exampleReceipt,
      series: 'confirmation',
      payment: undefined,
      lines: [],
    });
    expect(free.title).toBe('Bekreftelse');
    expect(free.lines).toBeUndefined();
    expect(free.payment).toEqual([]);
    const untaxed = describeReceipt({ ...exampleReceipt, lines: exampleReceipt.lines.slice(0, 2) });
    expect(untaxed.lines?.sums).toHaveLength(1);
  });

  it('keeps times in Oslo through the change of clocks and of years', () => {
    const winter = describeReceipt({ ...exampleReceipt, completedAt: '2026-12-31T23:30:00.000Z' });
    expect(winter.facts.find(({ term }) => term === 'Fullført')?.detail).toBe('1. januar 2027 kl. 00:30');
    const summer = describeReceipt({ ...exampleReceipt, completedAt: '2026-03-29T01:00:00.000Z' });
    expect(summer.facts.find(({ term }) => term === 'Fullført')?.detail).toBe('29. mars 2026 kl. 03:00');
  });
});
