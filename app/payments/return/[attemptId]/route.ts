import { seeOther } from '@/app/_server/see-other.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { app } from '@/lib/workflow/app.ts';
import { returnFromPayment } from '@/lib/workflow/return-from-payment.ts';

interface Params {
  params: Promise<{ attemptId: string }>;
}

/** The browser is back from the payment page: a hint to ask the provider, nothing more (rule 1). Creates nothing, tells nothing. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { attemptId } = await params;
  const submissionId = isUuid(attemptId) ? await returnFromPayment(app(), attemptId) : undefined;
  return seeOther(submissionId ? `/submissions/${submissionId}` : '/inbox');
}

/** Some providers send the browser back by a form post. */
export const POST = GET;
