import { agreementView } from '@/app/_server/agreement-view.ts';
import { staffLanguage } from '@/app/_server/current-staff.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { AgreementPage } from '@/components/admin/agreement-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { readAgreement } from '@/lib/workflow/agreements/read-agreements.ts';
import { replaceKeys } from '@/lib/workflow/agreements/replace-keys.ts';
import { app } from '@/lib/workflow/app.ts';

/** Replaces keys and settings, once the provider accepts them; secrets that were written are not shown again. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/agreements/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const result = await replaceKeys(app(), staff, id, form);
    switch (result.kind) {
      case 'saved':
        return seeOther(`${here}?done=${result.asked ? 'keys' : 'keys_unasked'}`);
      case 'unchanged':
      case 'changed_since':
        return seeOther(`${here}?done=${result.kind}`);
      default: {
        const t = translator(await staffLanguage());
        const keys =
          result.kind === 'invalid' ? { form, fields: result.fields } : { form, problem: result.kind };
        const view = agreementView(await readAgreement(app(), staff, id), t, { keys });
        const body = <AgreementPage {...view} t={t} />;
        return renderStaffDocument({ title: view.title, status: 422, body });
      }
    }
  });
}
