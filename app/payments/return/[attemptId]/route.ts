import { answerError } from '@/app/_server/answer-error.tsx';
import { readBoundedText } from '@/app/_server/bounded-body.ts';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { lookUntil } from '@/app/_server/look-until.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { KvittError } from '@/lib/core/errors.ts';
import type { Actor } from '@/lib/core/party.ts';
import { type Case, findCase } from '@/lib/submissions/find-case.ts';
import { app } from '@/lib/workflow/app.ts';
import { pathOfCase } from '@/lib/workflow/engine/current-step.ts';
import { isFinishing } from '@/lib/workflow/paying/is-finishing.ts';
import { returnFromPayment } from '@/lib/workflow/paying/return-from-payment.ts';

const maxBytes = 64 * 1024;

/** A second: reserved money is usually taken in a tenth of it, and the payer comes straight to the receipt. */
const patience = { times: 8, pauseMs: 150 };

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
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const left = query.cancelled === '1';
    const submissionId = await returnFromPayment(app(), attemptId, message, query);
    const actor = await actorOrResponse(`/payments/return/${attemptId}${left ? '?cancelled=1' : ''}`);
    if (actor instanceof Response) return actor;
    if (!submissionId) return seeOther('/inbox');
    const { found } = await lookUntil(
      () => look(actor, submissionId),
      ({ finishing }) => !finishing,
      patience,
    );
    if (!found) return seeOther('/inbox');
    const path = await pathOfCase(app().db, found);
    return seeOther(left && found.status === 'awaiting_payment' ? `${path}?problem=left` : path);
  });
}

/** Some providers send the browser back by a form post, which brings their message along and no session: that is found on the way back. */
export const POST = GET;

/** The case, when the acting party may open it, and whether its money is still being taken. */
async function look(
  actor: Actor,
  submissionId: string,
): Promise<{ found: Case | undefined; finishing: boolean }> {
  try {
    const found = await findCase(app().db, actor, submissionId);
    const finishing = found.status === 'awaiting_payment' && (await isFinishing(app().db, found.id));
    return { found, finishing };
  } catch (error) {
    if (error instanceof KvittError && error.code === 'not_found')
      return { found: undefined, finishing: false };
    throw error;
  }
}
