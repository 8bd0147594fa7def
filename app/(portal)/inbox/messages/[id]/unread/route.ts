import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { folderPaths } from '@/app/_server/folder-page.tsx';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { markUnread } from '@/lib/messages/change-message.ts';
import { findMessage } from '@/lib/messages/find-message.ts';
import { asFolder } from '@/lib/messages/folders.ts';
import { app } from '@/lib/workflow/app.ts';

/** Marks a message as unread, and goes back to its folder. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerError(async () => {
    const foreign = await refuseForeignPost(request);
    if (foreign) return foreign;
    const { id } = await params;
    const actor = await actorOrResponse(`/inbox/messages/${id}`);
    if (actor instanceof Response) return actor;
    await markUnread(app().db, actor, id);
    const folder = asFolder((await findMessage(app().db, actor, id)).folder) ?? 'inbox';
    return seeOther(`${folderPaths[folder]}?unread=1`);
  });
}
