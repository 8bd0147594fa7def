import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { KvittError } from '@/lib/core/errors.ts';
import { app } from '@/lib/workflow/app.ts';
import { startSubmission } from '@/lib/workflow/filling/start-submission.ts';

interface Params {
  params: Promise<{ slug: string }>;
}

/** Begins a draft and goes to its first page. A sign-in that is too weak is asked for again; the service page says who may use it. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  const servicePage = `/services/${encodeURIComponent(slug)}`;
  return answerError(async () => {
    const refused = await refuseForeignPost(request);
    if (refused) return refused;
    const actor = await actorOrResponse(servicePage);
    if (actor instanceof Response) return actor;
    try {
      const token = (await readSmallForm(request)).get('token') ?? undefined;
      const language = await currentLanguage();
      const { submissionId, firstPage } = await startSubmission(app(), actor, slug, language, token);
      return seeOther(`/submissions/${submissionId}/${firstPage}`);
    } catch (error) {
      if (!(error instanceof KvittError)) throw error;
      // The page tells which kind of party the service is for.
      if (error.code === 'forbidden' && error.details.reason === 'acting_party') return seeOther(servicePage);
      throw error;
    }
  }, servicePage);
}

/** Reloaded or shared: the service's own page; nothing is begun on GET. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return seeOther(`/services/${encodeURIComponent((await params).slug)}`);
}
