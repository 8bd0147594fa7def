import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { renderDocument } from '@/app/_server/render-document.tsx';
import { ReceiptActions } from '@/components/receipt/receipt-actions.tsx';
import { ReceiptDocument } from '@/components/receipt/receipt-document.tsx';
import { describeReceipt } from '@/lib/receipts/describe-receipt.ts';
import { creditNotesOf } from '@/lib/receipts/find-receipt.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { openReceipt } from '@/lib/workflow/delivering/open-receipt.ts';
import { offersWithdrawal } from '@/lib/workflow/withdrawing/read-withdrawal.ts';

/** The receipt of a completed case, in the language that it was written in. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/receipts/${id}`;
  return answerError(async () => {
    const actor = await actorOrResponse(here);
    if (actor instanceof Response) return actor;
    const { db } = app();
    const { data, delivered, submissionId } = await openReceipt(db, actor, id);
    const notes = await creditNotesOf(db, actor, submissionId);
    const offered = !data.credit && (await offersWithdrawal(app(), actor, submissionId));
    const words = describeReceipt(data);
    const actions = (
      <ReceiptActions
        id={id}
        delivered={delivered}
        archiveReference={data.archiveReference}
        seals={data.signatures}
        withdraws={offered ? submissionId : undefined}
        creditNotes={notes.filter((note) => note.id !== id)}
        t={translator(await currentLanguage())}
      />
    );
    return renderDocument({
      title: `${words.title} ${words.number}`,
      body: (
        <ReceiptDocument
          words={words}
          language={data.language}
          t={translator(data.language)}
          actions={actions}
        />
      ),
    });
  }, here);
}
