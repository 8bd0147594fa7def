import type { ReactNode } from 'react';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Heading } from '../ui/heading.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { AgreementFields, type AgreementFieldView, agreementFieldId } from './agreement-fields.tsx';
import { AgreementWays, type AgreementWaysView, waysErrors } from './agreement-ways.tsx';

export interface AgreementPageProps {
  id: string;
  title: string;
  notice?: { color: 'success' | 'warning'; text: string };
  /** What names it and whom the money goes to; settings too for those who may not change them. */
  facts: readonly DescriptionRow[];
  services: readonly { id: string; title: string }[];
  /** Absent where nothing must be registered. */
  messages?: { registered: boolean; text: string };
  ways: AgreementWaysView;
  /** Published services that the last try would have left nothing for. */
  stranded?: string;
  fields: readonly AgreementFieldView[];
  /** What the provider said of the keys of the last try. */
  keysProblem?: string;
  oldKeys?: string;
  mayChange: boolean;
  t: Translate;
}

/** One agreement with a provider: what it allows, its keys, and whether messages find their way. */
export function AgreementPage(props: AgreementPageProps) {
  const { id, title, notice, facts, services, ways, fields, mayChange, t } = props;
  const errors = [
    ...waysErrors(ways),
    ...(props.stranded ? [{ fieldId: 'methods', message: props.stranded }] : []),
    ...(props.keysProblem ? [{ fieldId: 'keys', message: props.keysProblem }] : []),
    ...fields.flatMap(({ name, error }) =>
      error ? [{ fieldId: agreementFieldId(name), message: error }] : [],
    ),
  ];
  const path = `/admin/agreements/${id}`;
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary title={t('agreements.errorsTitle')} errors={errors} />
      <BackLink href="/admin/agreements">{t('agreements.title')}</BackLink>
      <Heading level={1}>{title}</Heading>
      {notice ? (
        <Alert color={notice.color}>
          <p>{notice.text}</p>
        </Alert>
      ) : null}
      <DescriptionList rows={facts} />
      <Services services={services} t={t} />
      {props.messages ? <Messages {...props} path={path} messages={props.messages} /> : null}
      {mayChange ? (
        <>
          <Section id="ways" title={t('agreements.waysTitle')}>
            <form id="ways" method="post" action={`${path}/ways`} className="kv-stack">
              <AgreementWays ways={ways} t={t} />
              <div className="kv-actions">
                <Button>{t('agreements.saveWays')}</Button>
              </div>
            </form>
          </Section>
          <Section id="keys" title={t('agreements.keysTitle')}>
            <p>{t('agreements.keysLead')}</p>
            <form id="keys" method="post" action={`${path}/keys`} className="kv-stack">
              <AgreementFields fields={fields} t={t} />
              <div className="kv-actions">
                <Button>{t('agreements.saveKeys')}</Button>
              </div>
            </form>
            {props.oldKeys ? (
              <form method="post" action={`${path}/old-keys`} className="kv-stack">
                <p>{props.oldKeys}</p>
                <div className="kv-actions">
                  <Button variant="secondary">{t('agreements.dropOldKeys')}</Button>
                </div>
              </form>
            ) : null}
          </Section>
        </>
      ) : null}
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="kv-stack" aria-labelledby={`${id}-title`}>
      <Heading level={2} id={`${id}-title`}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

function Services({ services, t }: Pick<AgreementPageProps, 'services' | 't'>) {
  return (
    <Section id="services" title={t('agreements.servicesTitle')}>
      {services.length === 0 ? (
        <p>{t('agreements.noServices')}</p>
      ) : (
        <ul className="ds-list">
          {services.map(({ id, title }) => (
            <li key={id}>
              <TextLink href={`/admin/services/${id}`}>{title}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Messages({
  path,
  messages,
  mayChange,
  t,
}: Pick<AgreementPageProps, 'mayChange' | 't'> & {
  path: string;
  messages: NonNullable<AgreementPageProps['messages']>;
}) {
  return (
    <Section id="messages" title={t('agreements.messages')}>
      <p>{messages.text}</p>
      {mayChange ? (
        <form method="post" action={`${path}/register`} className="kv-actions">
          <Button variant="secondary">
            {t(messages.registered ? 'agreements.registerAgain' : 'agreements.registerNow')}
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
