import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { renderDocument } from '@/app/_server/render-document.tsx';
import { ArchiveView, type ArchiveWords } from '@/components/archive/archive-view.tsx';
import { asLanguage } from '@/lib/core/language.ts';
import { archiveKinds } from '@/lib/receipts/archive-file.ts';
import type { OpenedArchive } from '@/lib/receipts/read-archive.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { openCopy } from '@/lib/workflow/delivering/open-copy.ts';

/** The immutable copy of a case, checked as it is opened. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const here = `/archive/${reference}`;
  return answerError(async () => {
    const actor = await actorOrResponse(here);
    if (actor instanceof Response) return actor;
    const opened = await openCopy(app().db, actor, reference);
    const t = translator(await currentLanguage());
    return renderDocument({
      title: `${t('archive.title')} ${reference}`,
      body: <ArchiveView archive={wordsOf(opened)} t={t} />,
    });
  }, here);
}

function wordsOf({
  reference,
  language,
  manifest,
  files,
  intact,
  manifestIntact,
  erased,
}: OpenedArchive): ArchiveWords {
  return {
    reference,
    language: asLanguage(language),
    intact,
    manifestIntact,
    erased,
    sha256: manifest.sha256,
    caseReference: manifest.caseReference,
    serviceTitle: manifest.serviceTitle,
    owner: manifest.owner.name,
    completedAt: new Date(manifest.completedAt),
    files: files.map((file) => ({ ...file, kindText: archiveKinds[file.kind] })),
  };
}
