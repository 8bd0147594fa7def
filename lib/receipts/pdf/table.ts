import { type Canvas, colors, margin, needRoom, printable, rule, setFont, tag } from './canvas.ts';
import type { FontName } from './fonts.ts';

export interface PdfColumn {
  header: string;
  /** Share of the page's width, out of 100. */
  share: number;
  align?: 'left' | 'right';
}
/** A cell's text, and what stands smaller under it. */
export type PdfCell = string | { text: string; small: string };

export interface TermRow {
  term: string;
  detail: string;
}

/** Terms and what they are, as a table with row headers. */
export function facts(canvas: Canvas, rows: readonly TermRow[]): void {
  const { pdf, root, width } = canvas;
  const table = pdf.struct('Table');
  root.add(table);
  rows.forEach(({ term, detail }, index) => {
    const place = { align: 'left', font: 'regular', size: 10 } as const;
    drawRow(
      canvas,
      table,
      [
        { ...place, scope: 'Row', text: term, x: margin, width: 150, color: colors.muted },
        { ...place, text: detail, x: margin + 160, width: width - 160 },
      ],
      index > 0,
    );
  });
  table.end();
}

/** The first cell of a row is its header; rows of `sums` have their amount in the last column, the very last one in bold. */
export function table(
  canvas: Canvas,
  columns: readonly PdfColumn[],
  rows: readonly (readonly PdfCell[])[],
  sums: readonly TermRow[],
): void {
  const { pdf, root, width } = canvas;
  const element = pdf.struct('Table');
  root.add(element);
  const places = columns.map(({ share, align = 'left' as const }, index) => {
    const before = columns.slice(0, index).reduce((sum, column) => sum + column.share, 0);
    const inset = index === columns.length - 1 ? 0 : 10;
    return { x: margin + (width * before) / 100, width: (width * share) / 100 - inset, align };
  });
  const cellsOf = (
    texts: readonly PdfCell[],
    font: FontName,
    size: number,
    scopeOf: (index: number) => 'Row' | 'Column' | undefined,
  ) =>
    places.map((place, index) => ({ ...place, text: texts[index] ?? '', font, size, scope: scopeOf(index) }));

  drawRow(
    canvas,
    element,
    cellsOf(
      columns.map(({ header }) => header),
      'bold',
      9,
      () => 'Column',
    ),
    false,
  );
  for (const texts of rows)
    drawRow(
      canvas,
      element,
      cellsOf(texts, 'regular', 9.5, (index) => (index === 0 ? 'Row' : undefined)),
    );
  sums.forEach(({ term, detail }, index) => {
    const place = { font: index === sums.length - 1 ? ('bold' as const) : ('regular' as const), size: 10 };
    const half = width * 0.6;
    drawRow(canvas, element, [
      { ...place, scope: 'Row', text: term, x: margin, width: half, align: 'left' },
      { ...place, text: detail, x: margin + half, width: width - half, align: 'right' },
    ]);
  });
  element.end();
}

interface Cell {
  text: PdfCell;
  x: number;
  width: number;
  align: 'left' | 'right';
  font: FontName;
  size: number;
  color?: string;
  /** A header cell, and of what. */
  scope?: 'Row' | 'Column';
}

const padding = 4.5;

/** One row, never split over two pages, under a thin line. */
function drawRow(
  canvas: Canvas,
  parent: PDFKit.PDFStructureElement,
  cells: readonly Cell[],
  withRule = true,
): void {
  const { pdf } = canvas;
  const height = Math.max(...cells.map((cell) => cellHeight(canvas, cell)));
  needRoom(canvas, height + 2 * padding);
  const y = pdf.y + padding;
  if (withRule) rule(canvas, pdf.y);
  const row = pdf.struct('TR');
  parent.add(row);
  for (const cell of cells) {
    tag(
      canvas,
      cell.scope ? 'TH' : 'TD',
      () => drawCell(canvas, cell, y),
      cell.scope ? { scope: cell.scope } : {},
      row,
    );
  }
  row.end();
  pdf.y = y + height + padding;
}

function drawCell(canvas: Canvas, cell: Cell, y: number): void {
  const { text, small } = partsOf(cell.text);
  const place = { width: cell.width, align: cell.align, lineGap: 2 };
  setFont(canvas, cell.font, cell.size, cell.color).text(text, cell.x, y, place);
  if (small)
    setFont(canvas, 'regular', cell.size - 1.5, colors.muted).text(small, cell.x, canvas.pdf.y, place);
}

function cellHeight(canvas: Canvas, cell: Cell): number {
  const { text, small } = partsOf(cell.text);
  const place = { width: cell.width, lineGap: 2 };
  const main = setFont(canvas, cell.font, cell.size).heightOfString(text, place);
  return small ? main + setFont(canvas, 'regular', cell.size - 1.5).heightOfString(small, place) : main;
}

function partsOf(cell: PdfCell): { text: string; small?: string } {
  return typeof cell === 'string'
    ? { text: printable(cell) }
    : { text: printable(cell.text), small: printable(cell.small) };
}
