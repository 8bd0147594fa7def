import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { app } from '@/lib/workflow/app.ts';
import { withdrawSubmission } from '@/lib/workflow/withdrawing/withdraw-submission.ts';

interface Params {
  params: Promise<{ id: string }>;
}

/** The post that withdraws a case, as the page told; a post that does not say what it was told is told first. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const page = `/submissions/${id}/withdraw`;
  return guarded(
    await answerError(async () => {
      const refused = await refuseForeignPost(request);
      if (refused) return refused;
      const actor = await actorOrResponse(page);
      if (actor instanceof Response) return actor;
      const seen = (await readSmallForm(request)).get('seen') ?? '';
      const { kind } = await withdrawSubmission(app(), actor, id, seen);
      const tellAgain = kind === 'changed' || kind === 'no_answer' || kind === 'busy';
      return seeOther(`/submissions/${id}${tellAgain ? `/withdraw?problem=${kind}` : ''}`);
    }, page),
  );
}

/** The address of a post that was reloaded or shared: the page itself. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return seeOther(`/submissions/${encodeURIComponent((await params).id)}/withdraw`);
}
