import type { Translate } from '@/lib/texts/translate.ts';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Table } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';

export interface AgreementListProps {
  agreements: readonly {
    id: string;
    name: string;
    provider: string;
    environment: string;
    messages: string;
  }[];
  mayAdd: boolean;
  t: Translate;
}

/** The owner's agreements with payment providers. */
export function AgreementList({ agreements, mayAdd, t }: AgreementListProps) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <Heading level={1}>{t('agreements.title')}</Heading>
      <p>{t('agreements.lead')}</p>
      {agreements.length === 0 ? (
        <p>{t('agreements.none')}</p>
      ) : (
        <Table
          stacks
          caption={t('agreements.title')}
          hideCaption
          columns={[
            { header: t('agreements.agreement') },
            { header: t('agreements.provider') },
            { header: t('agreements.environment') },
            { header: t('agreements.messages') },
          ]}
          rows={agreements.map(({ id, name, provider, environment, messages }) => [
            <TextLink key="name" href={`/admin/agreements/${id}`}>
              {name}
            </TextLink>,
            provider,
            environment,
            messages,
          ])}
        />
      )}
      {mayAdd ? (
        <div className="kv-row">
          <LinkButton href="/admin/agreements/new" variant="secondary">
            {t('agreements.add')}
          </LinkButton>
        </div>
      ) : null}
    </div>
  );
}
