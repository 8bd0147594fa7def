import { headers } from 'next/headers';
import { cache } from 'react';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { folderPaths } from '@/app/_server/folder-page.tsx';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { MessageView } from '@/components/inbox/message-view.tsx';
import type { Actor } from '@/lib/core/party.ts';
import { markRead } from '@/lib/messages/change-message.ts';
import { findMessage } from '@/lib/messages/find-message.ts';
import { asFolder } from '@/lib/messages/folders.ts';
import { receiptIdOf } from '@/lib/receipts/find-receipt.ts';
import { archiveReferenceOf } from '@/lib/receipts/read-archive.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const find = cache((actor: Actor, id: string) => findMessage(app().db, actor, id));
const actorFor = cache((id: string) => requireActor(`/inbox/messages/${id}`));

export const generateMetadata = pageMetadata(async ({ params }: Props) => {
  const { id } = await params;
  return { title: (await find(await actorFor(id), id)).subject };
});

/** A message with its attachments; opening it marks it as read. */
export default page(async function MessagePage({ params }: Props) {
  const { id } = await params;
  const actor = await actorFor(id);
  const message = await find(actor, id);
  const { db, clock } = app();
  if (!message.readAt && !(await headers()).has('sec-purpose')) await markRead(db, actor, id, clock.now());
  const [receiptId, archiveReference] = message.submissionId
    ? await Promise.all([
        receiptIdOf(db, actor, message.submissionId),
        archiveReferenceOf(db, actor, message.submissionId),
      ])
    : [];
  const folder = asFolder(message.folder) ?? 'inbox';
  return (
    <MessageView
      message={{ ...message, folder }}
      backHref={folderPaths[folder]}
      receiptId={receiptId}
      archiveReference={archiveReference}
      t={translator(await currentLanguage())}
    />
  );
});
