import type { Translate } from '@/lib/texts/translate.ts';
import { TextLink } from '../ui/text-link.tsx';

interface Props {
  submissionId: string;
  /** Nothing has been sent in yet: there is no case to speak of. */
  draft?: boolean;
  t: Translate;
}

/** The way out of a case, at the foot of its pages: to the page that tells what comes back, not to the deed. */
export function WithdrawLink({ submissionId, draft, t }: Props) {
  return (
    <p className="kv-no-print">
      <TextLink href={`/submissions/${submissionId}/withdraw`}>
        {t(draft ? 'withdrawal.linkDraft' : 'withdrawal.link')}
      </TextLink>
    </p>
  );
}
