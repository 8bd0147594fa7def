import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { currentLanguage } from './current-language.ts';
import { isOwnPost } from './own-post.ts';
import { renderDocument } from './render-document.tsx';

/** The answer (403) to a form post that came from another site; undefined when it is ours and may go on. */
export async function refuseForeignPost(request: Request): Promise<Response | undefined> {
  if (isOwnPost(request, app().portalUrl)) return undefined;
  const t = translator(await currentLanguage());
  return renderDocument({
    status: 403,
    title: t('identity.foreignPostTitle'),
    body: (
      <HelpPage title={t('identity.foreignPostTitle')} paragraphs={[t('identity.foreignPostText')]}>
        <LinkButton href="/">{t('identity.toFrontPage')}</LinkButton>
      </HelpPage>
    ),
  });
}
