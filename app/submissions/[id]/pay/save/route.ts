import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { savePayStep } from '@/app/_server/save-pay-step.ts';
import { seeOther } from '@/app/_server/see-other.ts';

interface Params {
  params: Promise<{ id: string }>;
}

/** The post of the payment step: pay, go back to the answers, or look for an answer now. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const page = `/submissions/${id}/pay`;
  return guarded(
    await answerError(async () => {
      const refused = await refuseForeignPost(request);
      if (refused) return refused;
      const actor = await actorOrResponse(page);
      if (actor instanceof Response) return actor;
      return savePayStep(actor, id, await readSmallForm(request));
    }, page),
  );
}

/** The address of a post that was reloaded or shared: the page itself. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return seeOther(`/submissions/${encodeURIComponent((await params).id)}/pay`);
}
