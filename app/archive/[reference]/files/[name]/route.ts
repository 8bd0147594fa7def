import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { downloadHeaders } from '@/lib/files/download-headers.ts';
import { app } from '@/lib/workflow/app.ts';
import { openCopyFile } from '@/lib/workflow/delivering/open-copy.ts';

/** One file of an archived case, to be saved; never opened in the portal's own origin. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string; name: string }> },
): Promise<Response> {
  const { reference, name } = await params;
  const copy = `/archive/${reference}`;
  const answer = await answerError(async () => {
    const actor = await actorOrResponse(copy);
    if (actor instanceof Response) return actor;
    const file = await openCopyFile(app().db, actor, reference, decoded(name));
    return new Response(file.body, {
      headers: downloadHeaders({ ...file, filename: `${reference}-${file.name}` }),
    });
  }, copy);
  return guarded(answer);
}

/** Names in the archive hold no `%`: decoding one that was decoded already changes nothing. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
