import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { atItsLevel } from '@/app/_server/higher-sign-in.ts';
import { verdictWords } from '@/app/_server/seal-words.ts';
import { levelName } from '@/components/signing/level-name.ts';
import { SealPage } from '@/components/signing/seal-page.tsx';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readSealCheck, type SealCheck } from '@/lib/workflow/signing/read-seal-check.ts';

interface Props {
  params: Promise<{ signatureId: string }>;
}

export const generateMetadata = pageMetadata(async () => {
  return { title: translator(await currentLanguage())('signing.checkTitle') };
});

/** Checks a seal while the person waits, for everybody who has a part in the case. */
export default page(async function Page({ params }: Props) {
  const { signatureId } = await params;
  const here = `/seals/${signatureId}`;
  const actor = await requireActor(here);
  const language = await currentLanguage();
  const t = translator(language);
  const check = await atItsLevel(here, readSealCheck(app(), actor, signatureId, language));
  const vouched = check.verdict.state !== 'broken';
  return (
    <SealPage
      verdict={verdictWords(check, t)}
      confirmation={
        vouched
          ? t('signing.confirmedBy', { name: check.signedByName, level: levelName(check.acr, t) })
          : undefined
      }
      facts={factsOf(check, t)}
      downloadHref={`/seals/${signatureId}/seal.jws`}
      keysHref="/api/seals/jwks"
      caseHref={`/submissions/${check.submissionId}`}
      translate={t}
    />
  );
});

function factsOf(check: SealCheck, t: Translate): { term: string; detail: string }[] {
  const { party, verdict } = check;
  const forWhom = party.orgNumber
    ? `${party.name}, ${t('signing.orgNumber', { number: party.orgNumber })}`
    : party.name;
  return [
    { term: t('signing.signedBy'), detail: check.signedByName },
    { term: t('signing.actedFor'), detail: forWhom },
    { term: t('signing.signedAt'), detail: formatDateTime(check.signedAt, t.language) },
    { term: t('signing.level'), detail: levelName(check.acr, t) },
    { term: t('signing.authTime'), detail: formatDateTime(check.authTime, t.language) },
    { term: t('signing.service'), detail: check.title },
    { term: t('signing.caseReference'), detail: check.reference },
    ...(verdict.kid ? [{ term: t('signing.key'), detail: verdict.kid }] : []),
  ];
}
