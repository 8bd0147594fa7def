import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { downloadHeaders } from '@/lib/files/download-headers.ts';
import { app } from '@/lib/workflow/app.ts';
import { readAttachment } from '@/lib/workflow/filling/read-attachment.ts';

interface Params {
  params: Promise<{ id: string; fileId: string }>;
}

/** An attachment of a case, to be saved; never opened in the portal's own origin. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id, fileId } = await params;
  const here = `/submissions/${id}`;
  return guarded(
    await answerError(async () => {
      const actor = await actorOrResponse(here);
      if (actor instanceof Response) return actor;
      const file = await readAttachment(app(), actor, id, fileId);
      return new Response(file.body, { headers: downloadHeaders(file) });
    }, here),
  );
}
