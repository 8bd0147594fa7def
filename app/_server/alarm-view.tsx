import type { AlarmPageProps } from '@/components/admin/alarm-page.tsx';
import type { AlarmReceiversPageProps } from '@/components/admin/alarm-receivers-page.tsx';
import { roleNames } from '@/components/admin/role-names.ts';
import { TextLink } from '@/components/ui/text-link.tsx';
import type { AlarmRow } from '@/lib/audit/list-alarms.ts';
import { languages } from '@/lib/core/language.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { writings } from '@/lib/core/writing.ts';
import type { ReasonProblem } from '@/lib/forms/written-reason.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { mostReceivers, type SavedReceivers } from '@/lib/workflow/alarms/alarm-receivers.ts';
import { handlersOf, mayHandle, stopsRefund } from '@/lib/workflow/alarms/handle-alarm.ts';
import { alarmWords } from './alarm-words.ts';

const badReasons: Record<ReasonProblem, TextKey> = {
  too_short: 'alarms.reasonMissing',
  too_long: 'alarms.reasonLong',
  characters: 'alarms.reasonCharacters',
};

/** An alarm in the words of its page. */
export function alarmView(
  alarm: AlarmRow,
  staff: StaffActor,
  t: Translate,
  tried?: { reason: string; problem: ReasonProblem },
): Omit<AlarmPageProps, 't' | 'notice'> {
  const isOpen = alarm.closedAt === null && alarm.handledAt === null;
  return {
    id: alarm.id,
    ...alarmWords(alarm, t),
    isOpen,
    facts: factsOf(alarm, t),
    ...(alarm.kind === 'payment_mismatch' &&
      alarm.closedAt === null &&
      alarm.attemptId && {
        elsewhere: {
          href: `/admin/payments/${alarm.attemptId}#mismatch-title`,
          text: t('alarms.settleMismatch'),
        },
      }),
    ...(isOpen &&
      (mayHandle(staff, alarm)
        ? {
            handle: {
              stopsRefund: stopsRefund(alarm),
              reason: tried?.reason,
              error: tried && t(badReasons[tried.problem]),
            },
          }
        : { wantsRole: roleNames(handlersOf(alarm.kind), t) })),
  };
}

/** How an alarm stands: somebody has said so, or it mended itself. */
export function alarmState(
  { closedAt, handledAt }: Pick<AlarmRow, 'closedAt' | 'handledAt'>,
  t: Translate,
): string {
  if (handledAt) return t('alarms.stateHandled');
  return t(closedAt ? 'alarms.stateMended' : 'alarms.stateOpen');
}

function factsOf(alarm: AlarmRow, t: Translate): AlarmPageProps['facts'] {
  const { submissionId, attemptId } = alarm;
  const ended = alarm.handledAt ?? alarm.closedAt;
  const rows: [TextKey, AlarmPageProps['facts'][number]['detail'] | undefined | null][] = [
    ['alarms.state', alarmState(alarm, t)],
    ['admin.alarmOpened', formatDateTime(alarm.openedAt, t.language)],
    [
      'admin.theCase',
      submissionId && <TextLink href={`/admin/submissions/${submissionId}`}>{t('admin.theCase')}</TextLink>,
    ],
    [
      'admin.thePayment',
      attemptId && <TextLink href={`/admin/payments/${attemptId}`}>{t('admin.thePayment')}</TextLink>,
    ],
    ['alarms.ended', ended && formatDateTime(ended, t.language)],
    ['alarms.handledBy', alarm.handledBy],
    ['alarms.handling', alarm.handling],
  ];
  return rows.flatMap(([term, detail]) => (detail ? [{ term: t(term), detail }] : []));
}

/** The form of who gets e-mail; `result` is what was wrong with what was written. */
export function receiversView(
  { addresses, language }: { addresses: string; language: string },
  t: Translate,
  result?: Extract<SavedReceivers, { kind: 'invalid' }>,
): Omit<AlarmReceiversPageProps, 't' | 'saved'> {
  return {
    addresses,
    language,
    most: mostReceivers,
    languages: languages.map((value) => ({ value, label: writings[value].name })),
    errors: result && receiverErrors(result, t),
  };
}

function receiverErrors(
  result: Extract<SavedReceivers, { kind: 'invalid' }>,
  t: Translate,
): AlarmReceiversPageProps['errors'] {
  switch (result.problem) {
    case 'address':
      return { addresses: t('alarms.addressWrong', { address: result.address.slice(0, 100) }) };
    case 'too_many':
      return { addresses: t('alarms.addressesMany', { most: mostReceivers }) };
    case 'language':
      return { language: t('alarms.languageMissing') };
  }
}
