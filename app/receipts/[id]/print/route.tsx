import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { renderDocument } from '@/app/_server/render-document.tsx';
import { ReceiptDocument } from '@/components/receipt/receipt-document.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { describeReceipt } from '@/lib/receipts/describe-receipt.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { openReceipt } from '@/lib/workflow/delivering/open-receipt.ts';

/** The receipt without anything around it, for paper. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/receipts/${id}/print`;
  return answerError(async () => {
    const actor = await actorOrResponse(here);
    if (actor instanceof Response) return actor;
    const { data } = await openReceipt(app().db, actor, id);
    const words = describeReceipt(data);
    const t = translator(await currentLanguage());
    const back = (
      <p className="kv-no-print">
        <TextLink href={`/receipts/${id}`}>{t('receipt.backToReceipt')}</TextLink>
      </p>
    );
    return renderDocument({
      bare: true,
      title: `${words.title} ${words.number}`,
      body: (
        <ReceiptDocument
          words={words}
          language={data.language}
          t={translator(data.language)}
          actions={back}
        />
      ),
    });
  }, here);
}
