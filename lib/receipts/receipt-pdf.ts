import { translator } from '@/lib/texts/translate.ts';
import { describeReceipt } from './describe-receipt.ts';
import { heading, mark, paragraph } from './pdf/blocks.ts';
import { newCanvas } from './pdf/canvas.ts';
import { facts, table } from './pdf/table.ts';
import type { ReceiptData } from './receipt-data.ts';

/** The receipt as a tagged PDF, in its own language; the same data always give the same bytes. */
export async function receiptPdf(data: ReceiptData): Promise<Uint8Array<ArrayBuffer>> {
  const view = describeReceipt(data);
  const t = translator(data.language);
  const canvas = newCanvas({
    title: `${view.title} ${view.number}: ${view.service}`,
    author: view.owner,
    language: data.language,
    createdAt: new Date(data.completedAt),
    footer: (page, pages) => t('receipt.pageOf', { title: view.title, number: view.number, page, pages }),
  });
  mark(canvas);
  if (view.testNotice) paragraph(canvas, view.testNotice, 'notice');
  heading(canvas, 1, `${view.title} ${view.number}`);
  paragraph(canvas, view.lede, 'large');
  heading(canvas, 2, t('receipt.factsCaption'));
  facts(canvas, view.facts);
  if (view.lines) {
    const [what = '', quantity = '', net = '', vat = '', gross = ''] = view.lines.columns;
    heading(canvas, 2, view.lines.title);
    table(
      canvas,
      [
        { header: what, share: 33 },
        { header: quantity, share: 9, align: 'right' },
        { header: net, share: 17, align: 'right' },
        { header: vat, share: 25 },
        { header: gross, share: 16, align: 'right' },
      ],
      view.lines.rows.map((line) => [
        { text: line.what, small: line.explained },
        line.quantity,
        line.net,
        line.vat,
        line.gross,
      ]),
      view.lines.sums,
    );
  }
  if (view.payment.length > 0) {
    heading(canvas, 2, t('receipt.paymentTitle'));
    facts(canvas, view.payment);
  }
  if (view.signatures.length > 0) {
    heading(canvas, 2, t('receipt.signaturesTitle'));
    for (const signature of view.signatures) paragraph(canvas, signature);
  }
  return canvas.finish();
}
