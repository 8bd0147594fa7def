import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { downloadHeaders } from '@/lib/files/download-headers.ts';
import { findMessageAttachment } from '@/lib/messages/find-message.ts';
import { app } from '@/lib/workflow/app.ts';

/** A file that is attached to a message, to be saved. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const answer = await answerError(async () => {
    const { id } = await params;
    const actor = await actorOrResponse(`/inbox/attachments/${id}`);
    if (actor instanceof Response) return actor;
    const file = await findMessageAttachment(app().db, actor, id);
    return new Response(file.body, { headers: downloadHeaders(file) });
  });
  return guarded(answer);
}
