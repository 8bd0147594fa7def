import { answerError } from '@/app/_server/answer-error.tsx';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { lookUntil } from '@/app/_server/look-until.ts';
import { renderDocument } from '@/app/_server/render-document.tsx';
import { redirectTo, seeOther } from '@/app/_server/see-other.ts';
import { HandOverForm } from '@/components/payment/hand-over-form.tsx';
import { OpeningPayment } from '@/components/payment/opening-payment.tsx';
import { asLanguage } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { openPaymentUrl } from '@/lib/workflow/paying/open-payment-url.ts';

interface Params {
  params: Promise<{ id: string }>;
}

/** Four seconds: the provider usually answers in one or two. */
const patience = { times: 16, pauseMs: 250 };

/**
 * The way to a payment page that is open: by a form, where it wants one. A second click waits here while the first one opens
 * the payment. Creates nothing, and says at last how to look again.
 */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const here = `/submissions/${id}`;
  const actor = await requireActor(here);
  return answerError(async () => {
    const open = await lookUntil(
      () => openPaymentUrl(app(), actor, id),
      ({ kind }) => kind !== 'opening',
      patience,
    );
    if (open.kind === 'none') return seeOther(here);
    if (open.kind === 'open' && open.handOver.kind === 'redirect') return redirectTo(open.handOver.url);
    const language = await currentLanguage();
    const translate = translator(language);
    if (open.kind === 'open' && open.handOver.kind === 'form') {
      const { handOver, title, amount } = open;
      const caseLanguage = asLanguage(open.language);
      return renderDocument({
        title: translate('payment.handOver'),
        body: (
          <HandOverForm
            {...handOver}
            title={title}
            caseLanguage={caseLanguage}
            amount={formatMoney(amount, language)}
            backHref={here}
            translate={translate}
          />
        ),
      });
    }
    return renderDocument({
      title: translate('payment.opening'),
      body: <OpeningPayment path={`/submissions/${id}/to-payment`} translate={translate} />,
    });
  }, here);
}
