import { answerError } from '@/app/_server/answer-error.tsx';
import { readBoundedText } from '@/app/_server/bounded-body.ts';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { KvittError } from '@/lib/core/errors.ts';
import type { Actor } from '@/lib/core/party.ts';
import { type Case, findCase } from '@/lib/submissions/find-case.ts';
import { app } from '@/lib/workflow/app.ts';
import { pathOfCase } from '@/lib/workflow/engine/current-step.ts';
import { returnFromPayment } from '@/lib/workflow/paying/return-from-payment.ts';

const maxBytes = 64 * 1024;

interface Params {
  params: Promise<{ attemptId: string }>;
}

/**
 * The browser is back from the payment page: a hint to ask the provider, nothing more (rule 1). Creates nothing and tells
 * nothing: unknown attempts, and those of cases that are not the acting party's, end alike.
 */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return answerError(async () => {
    const { attemptId } = await params;
    const body = request.method === 'POST' ? await readBoundedText(request, maxBytes) : undefined;
    const message = body === undefined ? undefined : { headers: request.headers, body };
    const submissionId = await returnFromPayment(app(), attemptId, message);
    const actor = await actorOrResponse(`/payments/return/${attemptId}`);
    if (actor instanceof Response) return actor;
    const found = submissionId && (await caseOf(actor, submissionId));
    return seeOther(found ? await pathOfCase(app().db, found) : '/inbox');
  });
}

/** Some providers send the browser back by a form post, which brings their message along and no session: that is found on the way back. */
export const POST = GET;

/** The case, when the acting party may open it. */
async function caseOf(actor: Actor, submissionId: string): Promise<Case | undefined> {
  try {
    return await findCase(app().db, actor, submissionId);
  } catch (error) {
    if (error instanceof KvittError && error.code === 'not_found') return undefined;
    throw error;
  }
}
