import { staffLanguage, staffOrResponse } from '@/app/_server/current-staff.ts';
import { guarded } from '@/app/_server/guarded.ts';
import { readMultipart } from '@/app/_server/read-multipart.ts';
import { lineProblemWords, reconciliationView } from '@/app/_server/reconciliation-view.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { refuseForeignPost } from '@/app/_server/same-origin.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { answerStaffError } from '@/app/_server/staff-post.tsx';
import { ReconciliationPage, type ReconciliationPageProps } from '@/components/admin/reconciliation-page.tsx';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import { reportLimits } from '@/lib/reconciliation/report/read-report.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { type TakenIn, takeInReport } from '@/lib/workflow/reconciling/take-in-report.ts';

interface Params {
  params: Promise<{ id: string }>;
}

const limits = {
  formLength: 1000,
  fileBytes: reportLimits.bytes,
  filesBytes: reportLimits.bytes + 1,
  bodyBytes: 2 * reportLimits.bytes,
  parts: 4,
};

/** Takes in a settlement report as it comes; one that cannot be taken in is told line by line. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  return guarded(
    await answerStaffError(async () => {
      const refused = await refuseForeignPost(request);
      if (refused) return refused;
      const staff = await staffOrResponse('/admin/reconciliation');
      if (staff instanceof Response) return staff;
      // Before anything is read: the use case asks again.
      requireRole(staff, 'finance');
      const form = await readMultipart(request, limits, (chunks) => takeIn(staff, id, chunks));
      const result = form.files[0]?.content;
      const t = translator(await staffLanguage());
      if (!result)
        return again(staff, id, t, form.cut ? 'reconciliation.fileTooLarge' : 'reconciliation.fileMissing');
      if (result.kind === 'problems')
        return problemPage(staff, t, { problems: result.problems.map((one) => lineProblemWords(one, t)) });
      return seeOther(`/admin/reconciliation?${doneQuery(result)}`);
    }),
  );
}

/** The address of a post that was reloaded or shared: the page itself. */
export function GET(): Response {
  return seeOther('/admin/reconciliation');
}

/** A file is read to its end, also where its beginning said enough. */
async function takeIn(staff: StaffActor, id: string, chunks: AsyncIterable<Uint8Array>): Promise<TakenIn> {
  const iterator = chunks[Symbol.asyncIterator]();
  const goesOn = { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
  const result = await takeInReport(app(), staff, id, goesOn);
  for await (const _ of goesOn);
  return result;
}

async function again(staff: StaffActor, id: string, t: Translate, error: TextKey): Promise<Response> {
  const { agreements } = await reconciliationView(staff, t);
  return problemPage(staff, t, {
    agreements: agreements.map((one) => (one.id === id ? { ...one, error: t(error) } : one)),
  });
}

async function problemPage(
  staff: StaffActor,
  t: Translate,
  more: Partial<ReconciliationPageProps>,
): Promise<Response> {
  const view = await reconciliationView(staff, t);
  return renderStaffDocument({
    title: t('reconciliation.title'),
    status: 422,
    body: <ReconciliationPage {...view} {...more} t={t} />,
  });
}

function doneQuery(result: Exclude<TakenIn, { kind: 'problems' }>): URLSearchParams {
  return new URLSearchParams({
    done: result.kind,
    ...('reference' in result && { reference: result.reference }),
    ...('lines' in result && { lines: String(result.lines) }),
  });
}
