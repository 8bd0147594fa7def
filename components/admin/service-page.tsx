import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { PublishProblems, type PublishProblemsProps } from './publish-problems.tsx';
import { type ChangeRow, ServiceChanges } from './service-changes.tsx';

export interface ServicePageProps {
  id: string;
  slug: string;
  title: string;
  notice?: { color: 'success' | 'warning'; text: string };
  published?: { version: number; at: string };
  draft?: Draft;
  /** Absent without a draft, or when nothing was published before it. */
  changes?: readonly ChangeRow[];
  problems: Omit<PublishProblemsProps, 't'>;
  sections: readonly { href: string; title: string }[];
  mayEdit: boolean;
  t: Translate;
}

interface Draft {
  version: number;
  revision: number;
  at: string;
  by: string;
}

/** One service for its owner's employees. */
export function ServicePage(props: ServicePageProps) {
  const { t, draft, published, changes, mayEdit } = props;
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <BackLink href="/admin">{t('admin.services')}</BackLink>
      <div className="kv-stack" data-gap="xs">
        <Heading level={1}>{props.title}</Heading>
        <p>{published ? t('adminService.publishedNow', published) : t('adminService.neverPublished')}</p>
        <p>{draft ? t('adminService.draftNow', { ...draft }) : t('adminService.noDraft')}</p>
        {published ? (
          <TextLink href={`/services/${props.slug}`}>{t('adminService.seeService')}</TextLink>
        ) : null}
      </div>
      {props.notice ? (
        <Alert color={props.notice.color}>
          <p>{props.notice.text}</p>
        </Alert>
      ) : null}
      <PublishProblems {...props.problems} t={t} />
      {draft ? (
        <section className="kv-stack" aria-labelledby="changes-title">
          <Heading level={2} id="changes-title">
            {t('adminService.changesTitle')}
          </Heading>
          {changes ? <ServiceChanges rows={changes} t={t} /> : <p>{t('adminService.changesFirst')}</p>}
        </section>
      ) : null}
      {draft && mayEdit ? <Publish {...props} draft={draft} /> : null}
      {mayEdit ? (
        <section className="kv-stack" aria-labelledby="edit-title">
          <Heading level={2} id="edit-title">
            {t('adminService.editTitle')}
          </Heading>
          <p>{t('adminService.editLead')}</p>
          <ul className="ds-list">
            {props.sections.map(({ href, title }) => (
              <li key={href}>
                <TextLink href={href}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Publish({ id, draft, published, t }: ServicePageProps & { draft: Draft }) {
  const seen = (
    <>
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="revision" value={draft.revision} />
    </>
  );
  return (
    <section className="kv-stack" aria-labelledby="publish-title">
      <Heading level={2} id="publish-title">
        {t('adminService.publishTitle')}
      </Heading>
      <p>{t('adminService.publishLead')}</p>
      <div className="kv-actions">
        <form method="post" action={`/admin/services/${id}/publish`}>
          {seen}
          <Button>{t('adminService.publishButton', { version: draft.version })}</Button>
        </form>
        {published ? (
          <form method="post" action={`/admin/services/${id}/discard`}>
            {seen}
            <Button variant="secondary">{t('adminService.discardButton')}</Button>
          </form>
        ) : null}
      </div>
    </section>
  );
}
