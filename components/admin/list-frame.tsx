import type { ReactNode } from 'react';
import type { Translate } from '@/lib/texts/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import type { Option } from '../ui/option.ts';
import { Select } from '../ui/select.tsx';

export interface ListFrameProps {
  path: string;
  title: string;
  /** Statuses to choose from; absent for a list without a filter. */
  statuses?: { options: readonly Option[]; chosen: string };
  /** Cursor of the page at hand and of the next one. */
  before?: string;
  next?: string;
  t: Translate;
  children: ReactNode;
}

/** A list of the admin area, page by page, with a filter that is a plain form. */
export function ListFrame({ path, title, statuses, before, next, t, children }: ListFrameProps) {
  const href = (cursor?: string) => {
    const query = new URLSearchParams({
      ...(statuses?.chosen && { status: statuses.chosen }),
      ...(cursor && { before: cursor }),
    }).toString();
    return query ? `${path}?${query}` : path;
  };
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <Heading level={1}>{title}</Heading>
      {statuses ? (
        <form method="get" action={path} className="kv-row" data-align="end">
          <Field id="status" label={t('adminCase.status')}>
            {(control) => (
              <Select
                {...control}
                name="status"
                options={statuses.options}
                emptyText={t('adminCase.allStatuses')}
                defaultValue={statuses.chosen}
              />
            )}
          </Field>
          <Button variant="secondary">{t('adminCase.filter')}</Button>
        </form>
      ) : null}
      {children}
      {before || next ? (
        <div className="kv-row">
          {before ? (
            <LinkButton href={href()} variant="secondary">
              {t('admin.newest')}
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={href(next)} variant="secondary">
              {t('admin.older')}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
