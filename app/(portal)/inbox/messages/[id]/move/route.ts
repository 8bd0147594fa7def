import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { folderPaths } from '@/app/_server/folder-page.tsx';
import { readSmallForm } from '@/app/_server/read-small-form.ts';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { KvittError } from '@/lib/core/errors.ts';
import { moveMessage } from '@/lib/messages/change-message.ts';
import { findMessage } from '@/lib/messages/find-message.ts';
import { asFolder } from '@/lib/messages/folders.ts';
import { app } from '@/lib/workflow/app.ts';

/** Moves a message, and goes back to the folder that it lay in. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerError(async () => {
    const foreign = await refuseForeignPost(request);
    if (foreign) return foreign;
    const { id } = await params;
    const actor = await actorOrResponse(`/inbox/messages/${id}`);
    if (actor instanceof Response) return actor;
    const folder = asFolder((await readSmallForm(request)).get('folder'));
    if (!folder) throw new KvittError('bad_request', 'No such folder');
    const from = asFolder((await findMessage(app().db, actor, id)).folder) ?? 'inbox';
    await moveMessage(app().db, actor, id, folder);
    return seeOther(`${folderPaths[from]}?moved=${folder}`);
  });
}
