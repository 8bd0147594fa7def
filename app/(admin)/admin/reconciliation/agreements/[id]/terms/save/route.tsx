import { staffLanguage } from '@/app/_server/current-staff.ts';
import { agreementName } from '@/app/_server/difference-view.tsx';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { readTerms, termGroups } from '@/app/_server/terms-form.ts';
import { SettlementTermsPage } from '@/components/admin/settlement-terms-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readTermsOf } from '@/lib/workflow/reconciling/read-terms.ts';
import { saveTerms } from '@/lib/workflow/reconciling/save-terms.ts';

/** Saves the settings; what cannot be used is shown again, with what is wrong. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/reconciliation/agreements/${id}/terms`;
  return staffPost(request, here, async (staff, form) => {
    const result = await saveTerms(app(), staff, id, readTerms(form));
    if (result.kind === 'saved') return seeOther('/admin/reconciliation?done=terms');
    const t = translator(await staffLanguage());
    const { agreement } = await readTermsOf(app().db, staff, id);
    const name = agreementName({ agreement: agreement.displayName, environment: agreement.environment }, t);
    const title = t('reconciliation.termsTitle', { name });
    return renderStaffDocument({
      title,
      status: 422,
      body: (
        <SettlementTermsPage
          action={`${here}/save`}
          title={title}
          groups={termGroups(Object.fromEntries(form), result.paths, t)}
          t={t}
        />
      ),
    });
  });
}
