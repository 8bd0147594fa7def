import { answerError } from '@/app/_server/answer-error.tsx';
import { requireActor } from '@/app/_server/current-actor.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import { app } from '@/lib/workflow/app.ts';
import { pathOfCase } from '@/lib/workflow/engine/current-step.ts';

interface Params {
  params: Promise<{ id: string }>;
}

/** A case's own address: sends the person to the step that its state says. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const actor = await requireActor(`/submissions/${id}`);
  return answerError(async () => seeOther(await pathOfCase(app().db, await findCase(app().db, actor, id))));
}
