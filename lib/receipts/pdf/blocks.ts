import { type Canvas, colors, flow, margin, needRoom, printable, setFont, tag } from './canvas.ts';

/** Kvitt's mark, the one of the pages: a ticked, torn receipt and the name; a figure with its text beside it. */
export function mark(canvas: Canvas): void {
  const { pdf, width } = canvas;
  const height = 25;
  const [x, y] = [margin, pdf.y];
  const draw = () => {
    pdf.save().translate(x - 4, y - 3);
    pdf.path('M4 3h20v25l-3.3-2.6-3.4 2.6-3.3-2.6-3.3 2.6-3.4-2.6L4 28z').fill(colors.brand);
    pdf.lineWidth(2.6).lineCap('round').lineJoin('round').strokeColor('#ffffff');
    pdf.path('m9 14 4 4 7-8').stroke().restore();
    setFont(canvas, 'bold', 15, colors.brand).text('Kvitt', x + 28, y + 3, { lineBreak: false });
  };
  tag(canvas, 'Figure', draw, { alt: 'Kvitt', bbox: [x, y, x + width, y + height], placement: 'Block' });
  pdf.y = y + height + 14;
}

export function heading(canvas: Canvas, level: 1 | 2, text: string): void {
  const size = level === 1 ? 22 : 13;
  if (level === 2) canvas.pdf.y += 12;
  // Never alone at the foot of a page.
  needRoom(canvas, size * 5);
  tag(canvas, `H${level}`, () => {
    setFont(canvas, 'bold', size);
    flow(canvas, text);
  });
  canvas.pdf.y += 4;
}

const styles = {
  normal: { font: 'regular', size: 10, color: colors.text },
  large: { font: 'regular', size: 13, color: colors.text },
  muted: { font: 'regular', size: 9.5, color: colors.muted },
  notice: { font: 'bold', size: 11, color: colors.warning },
} as const;

export function paragraph(canvas: Canvas, text: string, style: keyof typeof styles = 'normal'): void {
  const { font, size, color } = styles[style];
  tag(canvas, 'P', () => {
    setFont(canvas, font, size, color);
    flow(canvas, text);
  });
  canvas.pdf.y += 5;
}

export interface AnswerRow {
  label: string;
  value: string;
  /** No answer: the value says so. */
  muted?: boolean;
}

/** A list of questions and answers; an answer may run over several pages. */
export function answers(canvas: Canvas, rows: readonly AnswerRow[]): void {
  const { pdf, root, width } = canvas;
  const list = pdf.struct('L');
  root.add(list);
  for (const { label, value, muted } of rows) {
    needRoom(canvas, setFont(canvas, 'bold', 9.5).heightOfString(printable(label), { width }) + 22);
    const item = pdf.struct('LI');
    list.add(item);
    const text = (kind: 'Lbl' | 'LBody', draw: () => void) => tag(canvas, kind, draw, {}, item);
    text('Lbl', () => {
      setFont(canvas, 'bold', 9.5);
      flow(canvas, label, 2);
    });
    text('LBody', () => {
      setFont(canvas, 'regular', 10, muted ? colors.muted : colors.text);
      flow(canvas, value, 2);
    });
    item.end();
    pdf.y += 8;
  }
  list.end();
}
