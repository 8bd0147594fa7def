import { answerError } from '@/app/_server/answer-error.tsx';
import { currentIdentity } from '@/app/_server/current-actor.ts';
import { nextPath } from '@/app/_server/next-path.ts';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { chooseParty } from '@/lib/identity/choose-party.ts';
import { app } from '@/lib/workflow/app.ts';

/** Chooses whom to act for: `partyId` (the person's own, or none, for themselves) and `next`. */
export async function POST(request: Request): Promise<Response> {
  const refusal = await refuseForeignPost(request);
  if (refusal) return refusal;
  const form = await readSmallForm(request);
  const next = nextPath(form.get('next'));
  return answerError(async () => {
    const identity = await currentIdentity();
    if (!identity) return seeOther(`/sign-in?${new URLSearchParams({ next })}`);
    const choice = await chooseParty(app(), identity.self, form.get('partyId') || undefined);
    return seeOther(
      choice.chosen ? next : `/acting/problem?${new URLSearchParams({ next, reason: choice.problem })}`,
    );
  });
}
