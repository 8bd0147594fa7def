import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { downloadHeaders } from '@/lib/files/download-headers.ts';
import { readArchiveFile } from '@/lib/receipts/read-archive.ts';
import { app } from '@/lib/workflow/app.ts';

/** One file of an archived case, to be saved; never opened in the portal's own origin. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string; name: string }> },
): Promise<Response> {
  const answer = await answerError(async () => {
    const { reference, name } = await params;
    const actor = await actorOrResponse(`/archive/${reference}`);
    if (actor instanceof Response) return actor;
    const file = await readArchiveFile(app().db, actor, reference, decoded(name));
    return new Response(file.body, {
      headers: downloadHeaders({ ...file, filename: `${reference}-${file.name}` }),
    });
  });
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
