import type { SealPageProps } from '@/components/signing/seal-page.tsx';
import { assertNever } from '@/lib/core/assert-never.ts';
import type { SealProblem } from '@/lib/signing/verify-seal.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { SealCheck } from '@/lib/workflow/signing/read-seal-check.ts';

/** The outcome of a check, in words. */
export function verdictWords(check: SealCheck, t: Translate): SealPageProps['verdict'] {
  const { verdict } = check;
  switch (verdict.state) {
    case 'intact': {
      if (check.standing === 'voided') {
        return {
          color: 'info',
          title: t('signing.voidedTitle'),
          sentences: [t('signing.intactAlone'), t('signing.voided')],
          reasons: [],
        };
      }
      const changed = verdict.textCompared ? [] : [t('signing.wordingChanged')];
      return {
        color: 'success',
        title: t('signing.intactTitle'),
        reasons: [],
        sentences: [t('signing.intact', { name: check.signedByName }), ...changed],
      };
    }
    case 'content_deleted':
      return {
        color: 'info',
        title: t('signing.deletedTitle'),
        sentences: [t('signing.deleted')],
        reasons: [],
      };
    case 'broken':
      return {
        color: 'danger',
        title: t('signing.brokenTitle'),
        sentences: [t('signing.brokenIntro')],
        reasons: verdict.reasons.map((reason) => sealReason(reason, t)),
        advice: t('signing.brokenAdvice', { owner: check.ownerName, reference: check.reference }),
      };
    default:
      return assertNever(verdict);
  }
}

/** Why a seal is broken, as a sentence. */
function sealReason(problem: SealProblem, t: Translate): string {
  switch (problem) {
    case 'malformed':
      return t('signing.reasonMalformed');
    case 'unknown_key':
      return t('signing.reasonUnknownKey');
    case 'signature':
      return t('signing.reasonSignature');
    case 'submission':
      return t('signing.reasonSubmission');
    case 'service_version':
      return t('signing.reasonServiceVersion');
    case 'signer':
      return t('signing.reasonSigner');
    case 'acting_party':
      return t('signing.reasonActingParty');
    case 'level':
      return t('signing.reasonLevel');
    case 'time':
      return t('signing.reasonTime');
    case 'answers':
      return t('signing.reasonAnswers');
    case 'attachments':
      return t('signing.reasonAttachments');
    case 'order':
      return t('signing.reasonOrder');
    case 'text':
      return t('signing.reasonText');
    case 'content':
      return t('signing.reasonContent');
    default:
      return assertNever(problem);
  }
}
