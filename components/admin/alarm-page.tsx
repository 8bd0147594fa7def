import type { Translate } from '@/lib/texts/translate.ts';
import { TextLink } from '../ui/text-link.tsx';
import { MatterPage, type MatterProps } from './matter-page.tsx';

export interface AlarmPageProps extends MatterProps {
  /** What has happened, and what to do about it. */
  text: string;
  isOpen: boolean;
  /** Present while it is open, for those who may. */
  handle?: { stopsRefund: boolean; reason?: string; error?: string };
  /** Where the thing itself is put right. */
  elsewhere?: { href: string; text: string };
  /** Who may instead, in words. */
  wantsRole?: string;
  t: Translate;
}

/** One alarm: what has happened, what to do, and the way to say that it has been seen to. */
export function AlarmPage({ id, text, handle, elsewhere, wantsRole, t, ...matter }: AlarmPageProps) {
  return (
    <MatterPage
      {...matter}
      back={{ href: '/admin/alarms', text: t('alarms.backToList') }}
      errorsTitle={t('alarms.errorsTitle')}
      todo={{ title: t('alarms.whatToDo'), text }}
      closing={
        handle && {
          action: `/admin/alarms/${id}/handle`,
          titleId: 'handle-title',
          words: {
            title: t('alarms.handleTitle'),
            lead: t('alarms.handleLead'),
            label: t('alarms.handling'),
            hint: t('alarms.reasonHint'),
            button: t('alarms.handleButton'),
          },
          warning: handle.stopsRefund ? t('alarms.handleStops') : undefined,
          reason: handle.reason,
          error: handle.error,
        }
      }
    >
      {elsewhere ? (
        <p>
          <TextLink href={elsewhere.href}>{elsewhere.text}</TextLink>
        </p>
      ) : null}
      {wantsRole ? <p>{t('alarms.wantsRole', { roles: wantsRole })}</p> : null}
    </MatterPage>
  );
}
