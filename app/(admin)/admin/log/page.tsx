import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ListFrame } from '@/components/admin/list-frame.tsx';
import { roleNames } from '@/components/admin/role-names.ts';
import { Table } from '@/components/ui/table.tsx';
import { listActs } from '@/lib/audit/list-acts.ts';
import type { StaffActName } from '@/lib/audit/record-act.ts';
import { readCursor, writeCursor } from '@/lib/core/cursor.ts';
import { staffRoles } from '@/lib/core/staff-actor.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';

const acts: Record<StaffActName, TextKey> = {
  signed_in: 'admin.actSignedIn',
  draft_saved: 'admin.actDraftSaved',
  draft_discarded: 'admin.actDraftDiscarded',
  version_published: 'admin.actVersionPublished',
  submission_read: 'admin.actSubmissionRead',
  handling_begun: 'admin.actHandlingBegun',
  payment_refunded: 'admin.actPaymentRefunded',
  operation_settled: 'admin.actOperationSettled',
  mismatch_settled: 'admin.actMismatchSettled',
  settlement_terms_saved: 'admin.actSettlementTermsSaved',
  settlement_taken_in: 'admin.actSettlementTakenIn',
  difference_resolved: 'admin.actDifferenceResolved',
  agreement_added: 'admin.actAgreementAdded',
  agreement_changed: 'admin.actAgreementChanged',
  agreement_keys_replaced: 'admin.actAgreementKeysReplaced',
  agreement_old_keys_dropped: 'admin.actAgreementOldKeysDropped',
  agreement_registered: 'admin.actAgreementRegistered',
  alarm_handled: 'admin.actAlarmHandled',
  alarm_receivers_saved: 'admin.actAlarmReceiversSaved',
};

export const generateMetadata = staffTitle('admin.logTitle');

/** Who of the owner's employees did what, and when. */
export default staffPage([], async function log({ staff, language, t, query }) {
  const before = readCursor(query('before'));
  const { acts: rows, next } = await listActs(app().db, staff, { before });
  return (
    <ListFrame
      path="/admin/log"
      title={t('admin.logTitle')}
      before={before && writeCursor(before)}
      next={next && writeCursor(next)}
      t={t}
    >
      {rows.length === 0 ? (
        <p>{t('admin.logEmpty')}</p>
      ) : (
        <Table
          stacks
          caption={t('admin.logTitle')}
          hideCaption
          columns={[
            { header: t('admin.logWhen') },
            { header: t('admin.logWho') },
            { header: t('admin.logWhat') },
            { header: t('admin.logAbout') },
          ]}
          rows={rows.map(({ createdAt, staffName, act, detail }) => [
            formatDateTime(createdAt, language),
            staffName,
            Object.hasOwn(acts, act) ? t(acts[act as StaffActName]) : act,
            about(detail as ActDetail, t),
          ])}
        />
      )}
    </ListFrame>
  );
});

type ActDetail = Record<string, string | number | boolean>;

/** Roles as words, the rest as it was recorded. */
function about({ roles, ...rest }: ActDetail, t: Translate): string {
  const named = staffRoles.filter((role) => String(roles).split(' ').includes(role));
  return [...(roles === undefined ? [] : [roleNames(named, t)]), ...Object.values(rest)].join(' · ');
}
