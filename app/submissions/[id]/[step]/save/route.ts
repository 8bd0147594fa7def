import { answerError } from '@/app/_server/answer-error.tsx';
import { confirmStep } from '@/app/_server/confirm-step.ts';
import { actorOrResponse, currentIdentity } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { asFormData, readPostedForm, smallFormLimits } from '@/app/_server/read-posted-form.ts';
import { renderDocument } from '@/app/_server/render-document.tsx';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { saveStep } from '@/app/_server/save-step.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { signedOutPage } from '@/app/_server/signed-out-page.tsx';
import { app } from '@/lib/workflow/app.ts';

interface Params {
  params: Promise<{ id: string; step: string }>;
}

/** The post of a form page or of the check page: saves, then 303. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { id, step } = await params;
  return guarded(
    await answerError(async () => {
      const refused = await refuseForeignPost(request);
      if (refused) return refused;
      const actor = await actorOrResponse(`/submissions/${id}/${step}`);
      if (actor instanceof Response) {
        if (wantsJson(request)) return Response.json({ kind: 'signed_out' }, { status: 401 });
        // On the check page nothing is written that could be lost.
        if (step === 'check' || (await currentIdentity())) return actor;
        const form = await readPostedForm(request);
        return renderDocument(signedOutPage({ id, step, form }, await currentLanguage()));
      }
      if (step === 'check')
        return confirmStep(request, actor, id, asFormData(await readPostedForm(request, smallFormLimits)));
      return saveStep(
        { app: app(), language: await currentLanguage(), render: renderDocument },
        actor,
        id,
        step,
        request,
      );
    }),
  );
}

/** The address of a post that was reloaded or shared: the page itself. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id, step } = await params;
  return seeOther(`/submissions/${encodeURIComponent(id)}/${encodeURIComponent(step)}`);
}

function wantsJson(request: Request): boolean {
  return request.headers.get('accept') === 'application/json';
}
