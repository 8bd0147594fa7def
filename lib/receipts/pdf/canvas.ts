import PDFDocument from 'pdfkit';
import type { Language } from '@/lib/core/language.ts';
import { writings } from '@/lib/core/writing.ts';
import { type FontName, fontNames, openFont } from './fonts.ts';

/** What a document says about itself; `createdAt` is the only time in it, so that the same data give the same bytes. */
export interface PdfInfo {
  title: string;
  author: string;
  language: Language;
  createdAt: Date;
  /** At the foot of every page. */
  footer(page: number, pages: number): string;
}

/** A tagged PDF under way: `root` is its structure, the pen stands at `pdf.y`. */
export interface Canvas {
  pdf: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  /** Points between the margins. */
  width: number;
  finish(): Promise<Uint8Array<ArrayBuffer>>;
}

export const margin = 56;
export const colors = {
  text: '#1e2b3c',
  muted: '#5a6472',
  line: '#c5ccd3',
  brand: '#00244e',
  warning: '#9b1c1c',
};

/** An option of pdfkit that its types do not know yet: says in the metadata that the structure is there for screen readers. */
const conformance: object = { subset: 'PDF/UA' };

/** Begins an A4 document with the structure and metadata of PDF/UA and embedded fonts. */
export function newCanvas(info: PdfInfo): Canvas {
  const pdf = new PDFDocument({
    ...conformance,
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: writings[info.language].tag,
    // None by itself: pdfkit would open that one anew each time it is asked for by name.
    font: '',
    info: {
      Title: info.title,
      Author: info.author,
      Creator: 'Kvitt',
      Producer: 'Kvitt',
      CreationDate: info.createdAt,
      ModDate: info.createdAt,
    },
  });
  for (const name of fontNames) pdf.registerFont(name, openFont(name) as never);
  const bytes = collect(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const width = pdf.page.width - 2 * margin;
  return {
    pdf,
    root,
    width,
    async finish() {
      root.end();
      drawFooters(pdf, width, info);
      pdf.end();
      return bytes;
    },
  };
}

export function setFont(
  { pdf }: Canvas,
  font: FontName,
  size: number,
  color = colors.text,
): PDFKit.PDFDocument {
  return pdf.font(font).fontSize(size).fillColor(color);
}

/** Begins a new page when less than so many points are left on this one. */
export function needRoom({ pdf }: Canvas, points: number): void {
  if (pdf.y + points > pdf.page.height - margin) pdf.addPage();
}

/** A line of text, or many, from margin to margin. */
export function flow({ pdf, width }: Canvas, text: string, lineGap = 3): void {
  pdf.text(printable(text), margin, pdf.y, { width, lineGap });
}

/** Adds an element of one kind to the structure, with what is drawn as its content. */
export function tag(
  { pdf, root }: Canvas,
  kind: string,
  draw: () => void,
  options: TagOptions = {},
  parent = root,
): void {
  const element = pdf.struct(kind, options);
  parent.add(element);
  element.add(draw);
  element.end();
}
/** `bbox`, `placement` and `scope` are options of pdfkit that its types do not know yet. */
interface TagOptions {
  alt?: string;
  bbox?: [number, number, number, number];
  placement?: 'Block';
  scope?: 'Row' | 'Column';
}

/** A thin line that is no part of the content. */
export function rule({ pdf, width }: Canvas, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.5)
    .strokeColor(colors.line)
    .stroke();
  pdf.endMarkedContent();
}

/** Control characters have no glyph; line breaks stay. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '');
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

function drawFooters(pdf: PDFKit.PDFDocument, width: number, info: PdfInfo): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(start + index);
    // The foot lies in the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const text = printable(info.footer(index + 1, count));
    pdf
      .font('regular')
      .fontSize(8)
      .fillColor(colors.muted)
      .text(text, margin, pdf.page.height - 36, { width, lineBreak: false });
    pdf.endMarkedContent();
  }
}
