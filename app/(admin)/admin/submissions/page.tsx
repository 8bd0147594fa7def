import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ListFrame } from '@/components/admin/list-frame.tsx';
import { caseStatusWords } from '@/components/admin/status-words.ts';
import { Table } from '@/components/ui/table.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { readCursor, writeCursor } from '@/lib/core/cursor.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { app } from '@/lib/workflow/app.ts';
import { asStaffStatus, listCases, staffStatuses } from '@/lib/workflow/staff/list-cases.ts';

export const generateMetadata = staffTitle('adminCase.casesTitle');

/** The owner's cases; no name and no number of anybody stands in the list. */
export default staffPage(['case_worker'], async function cases({ staff, language, t, query }) {
  const status = asStaffStatus(query('status'));
  const before = readCursor(query('before'));
  const { cases: rows, next } = await listCases(app().db, staff, { status, before });
  return (
    <ListFrame
      path="/admin/submissions"
      title={t('adminCase.casesTitle')}
      statuses={{
        options: staffStatuses.map((value) => ({ value, label: t(caseStatusWords[value]) })),
        chosen: status ?? '',
      }}
      before={before && writeCursor(before)}
      next={next && writeCursor(next)}
      t={t}
    >
      {rows.length === 0 ? (
        <p>{t('adminCase.casesEmpty')}</p>
      ) : (
        <Table
          stacks
          caption={t('adminCase.casesTitle')}
          hideCaption
          columns={[
            { header: t('adminCase.reference') },
            { header: t('adminCase.what') },
            { header: t('adminCase.status') },
            { header: t('adminCase.sent') },
          ]}
          rows={rows.map((row) => [
            <TextLink key="reference" href={`/admin/submissions/${row.id}`}>
              {row.reference}
            </TextLink>,
            row.title,
            t(caseStatusWords[row.status]),
            formatDateTime(row.submittedAt ?? row.createdAt, language),
          ])}
        />
      )}
    </ListFrame>
  );
});
