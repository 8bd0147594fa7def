import { agreementView, readWays } from '@/app/_server/agreement-view.ts';
import { staffLanguage } from '@/app/_server/current-staff.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { AgreementPage } from '@/components/admin/agreement-page.tsx';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { changeAgreement } from '@/lib/workflow/agreements/change-agreement.ts';
import { readAgreement } from '@/lib/workflow/agreements/read-agreements.ts';
import { app } from '@/lib/workflow/app.ts';

/** Saves what the contract is called and allows; what cannot be used is shown again, with what is wrong. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/agreements/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const input = readWays(form);
    const result = await changeAgreement(app(), staff, id, input);
    if (result.kind === 'saved') return seeOther(`${here}?done=ways`);
    if (result.kind === 'unchanged') return seeOther(`${here}?done=unchanged`);
    const t = translator(await staffLanguage());
    const problems = result.kind === 'invalid' ? result.problems : [];
    const stranded =
      result.kind === 'stranded'
        ? result.services.map((service) => serviceText(service, t.language)('service.title')).join(', ')
        : undefined;
    const view = agreementView(await readAgreement(app(), staff, id), t, {
      ways: { input, problems, stranded },
    });
    return renderStaffDocument({ title: view.title, status: 422, body: <AgreementPage {...view} t={t} /> });
  });
}
