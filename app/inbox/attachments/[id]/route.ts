import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { downloadHeaders } from '@/lib/files/download-headers.ts';
import { app } from '@/lib/workflow/app.ts';
import { openMessageFile } from '@/lib/workflow/delivering/open-message-file.ts';

/** A file that is attached to a message, to be saved. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/inbox/attachments/${id}`;
  const answer = await answerError(async () => {
    const actor = await actorOrResponse(here);
    if (actor instanceof Response) return actor;
    const file = await openMessageFile(app().db, actor, id);
    return new Response(file.body, { headers: downloadHeaders(file) });
  }, here);
  return guarded(answer);
}
