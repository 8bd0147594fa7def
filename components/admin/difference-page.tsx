import type { Translate } from '@/lib/texts/translate.ts';
import { MatterPage, type MatterProps } from './matter-page.tsx';

export interface DifferencePageProps extends MatterProps {
  /** What to do about it. */
  action: string;
  /** Present while it is open. */
  resolve?: { reason?: string; error?: string };
  t: Translate;
}

/** One difference: what does not agree, what to do, and the way to close it. */
export function DifferencePage({ id, action, resolve, t, ...matter }: DifferencePageProps) {
  return (
    <MatterPage
      {...matter}
      back={{ href: '/admin/reconciliation', text: t('reconciliation.back') }}
      errorsTitle={t('reconciliation.errorsTitle')}
      todo={{ title: t('reconciliation.what'), text: action }}
      isOpen={resolve !== undefined}
      closing={
        resolve && {
          ...resolve,
          action: `/admin/reconciliation/differences/${id}/resolve`,
          titleId: 'resolve-title',
          words: {
            title: t('reconciliation.resolveTitle'),
            lead: t('reconciliation.resolveLead'),
            label: t('reconciliation.reason'),
            hint: t('reconciliation.reasonHint'),
            button: t('reconciliation.resolveButton'),
          },
        }
      }
    />
  );
}
