import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { downloadHeaders } from '@/lib/files/download-headers.ts';
import { findReceipt } from '@/lib/receipts/find-receipt.ts';
import { receiptFilename } from '@/lib/receipts/receipt-filename.ts';
import { app } from '@/lib/workflow/app.ts';
import { readIssuedPdf } from '@/lib/workflow/delivering/read-issued-pdf.ts';

/** The receipt's PDF, the same bytes as in message box and archive; until it is drawn, the page that says so. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const answer = await answerError(async () => {
    const { id } = await params;
    const actor = await actorOrResponse(`/receipts/${id}`);
    if (actor instanceof Response) return actor;
    const receipt = await findReceipt(app().db, actor, id);
    const file = await readIssuedPdf(app().db, actor, receipt);
    if (!file) return seeOther(`/receipts/${id}`);
    return new Response(Uint8Array.from(file.content), {
      headers: downloadHeaders({ ...file, filename: receiptFilename(receipt.data) }),
    });
  });
  return guarded(answer);
}
