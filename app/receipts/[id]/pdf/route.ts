import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { downloadHeaders } from '@/lib/files/download-headers.ts';
import { receiptFilename } from '@/lib/receipts/receipt-filename.ts';
import { app } from '@/lib/workflow/app.ts';
import { openReceipt } from '@/lib/workflow/delivering/open-receipt.ts';
import { readIssuedPdf } from '@/lib/workflow/delivering/read-issued-pdf.ts';

/** The receipt's PDF, the same bytes as in message box and archive; until it is drawn, the page that says so. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/receipts/${id}`;
  const answer = await answerError(async () => {
    const actor = await actorOrResponse(here);
    if (actor instanceof Response) return actor;
    const receipt = await openReceipt(app().db, actor, id);
    const file = await readIssuedPdf(app().db, actor, receipt);
    if (!file) return seeOther(here);
    return new Response(Uint8Array.from(file.content), {
      headers: downloadHeaders({ ...file, filename: receiptFilename(receipt.data) }),
    });
  }, here);
  return guarded(answer);
}
