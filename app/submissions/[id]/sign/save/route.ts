import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { asFormData, readPostedForm, smallFormLimits } from '@/app/_server/read-posted-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { signStep } from '@/app/_server/sign-step.ts';

interface Params {
  params: Promise<{ id: string }>;
}

/** The post of the signing step: signs or rejects, then 303; by way of ID-porten where a step-up is needed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const page = `/submissions/${id}/sign`;
  return guarded(
    await answerError(async () => {
      const refused = await refuseForeignPost(request);
      if (refused) return refused;
      const actor = await actorOrResponse(page);
      if (actor instanceof Response) return actor;
      return signStep(request, actor, id, asFormData(await readPostedForm(request, smallFormLimits)));
    }, page),
  );
}

/** The address of a post that was reloaded or shared: the page itself. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  return seeOther(`/submissions/${encodeURIComponent(id)}/sign`);
}
