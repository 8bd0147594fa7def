import { answerError } from '@/app/_server/answer-error.tsx';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { lookUntil } from '@/app/_server/look-until.ts';
import { renderDocument } from '@/app/_server/render-document.tsx';
import { redirectTo, seeOther } from '@/app/_server/see-other.ts';
import { OpeningPayment } from '@/components/payment/opening-payment.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { openPaymentUrl } from '@/lib/workflow/paying/open-payment-url.ts';

interface Params {
  params: Promise<{ id: string }>;
}

/** Four seconds: the provider usually answers in one or two. */
const patience = { times: 16, pauseMs: 250 };

/** Where a second click waits while the first one opens the payment; creates nothing, and then says how to look again. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const actor = await requireActor(`/submissions/${id}`);
  return answerError(async () => {
    const open = await lookUntil(
      () => openPaymentUrl(app(), actor, id),
      ({ kind }) => kind !== 'opening',
      patience,
    );
    if (open.kind === 'open') return redirectTo(open.url);
    if (open.kind === 'none') return seeOther(`/submissions/${id}`);
    const language = await currentLanguage();
    const translate = translator(language);
    return renderDocument({
      title: translate('payment.opening'),
      body: <OpeningPayment path={`/submissions/${id}/to-payment`} translate={translate} />,
    });
  });
}
