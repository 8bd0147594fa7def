import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { FolderPage, type Search } from '@/app/_server/folder-page.tsx';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { translator } from '@/lib/texts/translate.ts';

export const generateMetadata = pageMetadata(async () => {
  return { title: translator(await currentLanguage())('inbox.folderTrash') };
});

/** Messages that were thrown away; they can be fetched back. */
export default page(async function TrashPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('/inbox/trash');
  return (
    <FolderPage
      folder="trash"
      actor={actor}
      searchParams={searchParams}
      t={translator(await currentLanguage())}
    />
  );
});
