import { readWays } from '@/app/_server/agreement-view.ts';
import { staffLanguage } from '@/app/_server/current-staff.ts';
import { newAgreementView } from '@/app/_server/new-agreement-view.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { NewAgreementPage } from '@/components/admin/new-agreement-page.tsx';
import { notFound } from '@/lib/core/errors.ts';
import { requireRole } from '@/lib/core/staff-actor.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { translator } from '@/lib/texts/translate.ts';
import { addAgreement } from '@/lib/workflow/agreements/add-agreement.ts';
import { app } from '@/lib/workflow/app.ts';

/** Adds an agreement, once its provider accepts the keys; what cannot be used is shown again, without the secrets. */
export async function POST(request: Request): Promise<Response> {
  return staffPost(request, '/admin/agreements/new', async (staff, form) => {
    requireRole(staff, 'finance');
    const provider = providers.find(form.get('provider') ?? '');
    if (!provider) throw notFound('Provider');
    const input = readWays(form);
    const environment = form.get('environment') === 'test' ? ('test' as const) : ('live' as const);
    const result = await addAgreement(app(), staff, { ...input, provider: provider.id, environment, form });
    if (result.kind === 'added')
      return seeOther(`/admin/agreements/${result.id}?done=${result.asked ? 'added' : 'added_unasked'}`);
    const t = translator(await staffLanguage());
    const tried =
      result.kind === 'invalid'
        ? { ways: { input, problems: result.problems }, keys: { form, fields: result.fields } }
        : { ways: { input, problems: [] }, keys: { form, problem: result.kind } };
    const view = newAgreementView(provider, t, tried, environment);
    return renderStaffDocument({
      title: view.title,
      status: 422,
      body: <NewAgreementPage {...view} t={t} />,
    });
  });
}
