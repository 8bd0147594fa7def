import { answerError } from '@/app/_server/answer-error.tsx';
import { currentIdentity } from '@/app/_server/current-actor.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { signInDeps } from '@/app/_server/sign-in-deps.ts';
import { finishStepUp } from '@/lib/identity/finish-step-up.ts';

/** ID-porten's answer to a step-up: back to the signing page, with the proof or with what was wrong. */
export async function GET(request: Request): Promise<Response> {
  return answerError(async () => {
    const identity = await currentIdentity();
    if (!identity) return seeOther('/sign-in?error=failed');
    const result = await finishStepUp(signInDeps(), identity.self, new URL(request.url).searchParams);
    if (result.ok) return seeOther(`/submissions/${result.submissionId}/sign?stepUp=${result.stepUpId}`);
    return seeOther(
      result.submissionId
        ? `/submissions/${result.submissionId}/sign?problem=${result.reason}`
        : '/sign-in?error=failed',
    );
  });
}
