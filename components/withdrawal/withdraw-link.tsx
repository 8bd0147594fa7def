import type { Translate } from '@/lib/texts/translate.ts';
import { TextLink } from '../ui/text-link.tsx';

/** The way out of a case, at the foot of its pages: to the page that tells what comes back, not to the deed. */
export function WithdrawLink({ submissionId, t }: { submissionId: string; t: Translate }) {
  return (
    <p className="kv-no-print">
      <TextLink href={`/submissions/${submissionId}/withdraw`}>{t('withdrawal.link')}</TextLink>
    </p>
  );
}
