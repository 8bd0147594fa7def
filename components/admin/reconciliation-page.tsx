import type { ReactNode } from 'react';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import type { Option } from '../ui/option.ts';
import { Select } from '../ui/select.tsx';
import { Table } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';

export interface AgreementView {
  id: string;
  name: string;
  /** How far it is reconciled. */
  facts: readonly string[];
  isSetUp: boolean;
  error?: string;
}

export interface ReconciliationPageProps {
  notice?: { text: string; color: 'success' | 'info' | 'warning' };
  /** Why a report was not taken in, line by line. */
  problems?: readonly string[];
  agreements: readonly AgreementView[];
  openCount: number;
  /** Open ones by kind. */
  counts: readonly { kind: string; name: string; count: number }[];
  filter: { kinds: readonly Option[]; kind: string; states: readonly Option[]; state: string };
  rows: readonly {
    id: string;
    name: string;
    reference: string;
    ours: string;
    theirs: string;
    when: string;
  }[];
  next?: string;
  t: Translate;
}

/** Reconciliation for an owner's finance people: hand in reports, see what does not agree, and what to do about it. */
export function ReconciliationPage(props: ReconciliationPageProps) {
  const { notice, problems, agreements, t } = props;
  const wrong = agreements.flatMap(({ id, error }) =>
    error ? [{ fieldId: `file-${id}`, message: error }] : [],
  );
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary title={t('reconciliation.errorsTitle')} errors={wrong} />
      <Heading level={1}>{t('reconciliation.title')}</Heading>
      <p>{t('reconciliation.lead')}</p>
      {notice ? (
        <Alert color={notice.color}>
          <p>{notice.text}</p>
        </Alert>
      ) : null}
      {problems ? <Problems problems={problems} t={t} /> : null}
      <section className="kv-stack" aria-labelledby="differences-title">
        <Heading level={2} id="differences-title">
          {t('reconciliation.differencesTitle')}
        </Heading>
        <Differences {...props} />
      </section>
      <section className="kv-stack" data-gap="lg" aria-labelledby="agreements-title">
        <Heading level={2} id="agreements-title">
          {t('reconciliation.agreementsTitle')}
        </Heading>
        {agreements.length === 0 ? <p>{t('reconciliation.noAgreements')}</p> : null}
        {agreements.map((agreement) => (
          <Agreement key={agreement.id} agreement={agreement} t={t} />
        ))}
      </section>
    </div>
  );
}

function Problems({ problems, t }: { problems: readonly string[]; t: Translate }) {
  return (
    <Alert color="danger" title={t('reconciliation.uploadProblemsTitle')}>
      <p>{t('reconciliation.uploadProblemsLead')}</p>
      <ul className="ds-list">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <p>{t('reconciliation.uploadProblemsDo')}</p>
    </Alert>
  );
}

function Differences({ openCount, counts, filter, rows, next, t }: ReconciliationPageProps): ReactNode {
  const more = new URLSearchParams({ state: filter.state, kind: filter.kind, before: next ?? '' });
  return (
    <>
      <p>{t('reconciliation.openCount', { count: openCount })}</p>
      {counts.length > 0 ? (
        <ul className="ds-list">
          {counts.map(({ kind, name, count }) => (
            <li key={kind}>
              <TextLink href={`/admin/reconciliation?kind=${kind}`}>{name}</TextLink>: {count}
            </li>
          ))}
        </ul>
      ) : null}
      <form method="get" action="/admin/reconciliation" className="kv-row" data-align="end">
        <Field id="kind" label={t('reconciliation.kind')}>
          {(control) => (
            <Select
              {...control}
              name="kind"
              options={filter.kinds}
              emptyText={t('adminCase.allStatuses')}
              defaultValue={filter.kind}
            />
          )}
        </Field>
        <Field id="state" label={t('reconciliation.state')}>
          {(control) => (
            <Select {...control} name="state" options={filter.states} defaultValue={filter.state} />
          )}
        </Field>
        <Button variant="secondary">{t('adminCase.filter')}</Button>
      </form>
      {rows.length === 0 ? (
        <p>{t('reconciliation.noDifferences')}</p>
      ) : (
        <Table
          stacks
          caption={t('reconciliation.differencesTitle')}
          hideCaption
          columns={[
            { header: t('reconciliation.kind') },
            { header: t('reconciliation.reference') },
            { header: t('reconciliation.ours'), align: 'end' },
            { header: t('reconciliation.theirs'), align: 'end' },
            { header: t('reconciliation.found') },
          ]}
          rows={rows.map((row) => [
            <TextLink key="kind" href={`/admin/reconciliation/differences/${row.id}`}>
              {row.name}
            </TextLink>,
            row.reference,
            row.ours,
            row.theirs,
            row.when,
          ])}
        />
      )}
      {next ? (
        <div className="kv-row">
          <LinkButton href={`/admin/reconciliation?${more}`} variant="secondary">
            {t('admin.older')}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

function Agreement({ agreement, t }: { agreement: AgreementView; t: Translate }) {
  const { id, name, facts, isSetUp, error } = agreement;
  const path = `/admin/reconciliation/agreements/${id}`;
  return (
    <section className="kv-stack" data-gap="sm" aria-labelledby={`agreement-${id}`}>
      <Heading level={3} id={`agreement-${id}`}>
        {name}
      </Heading>
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      <TextLink href={`${path}/terms`}>
        {t(isSetUp ? 'reconciliation.change' : 'reconciliation.setUp')}
        <span className="ds-sr-only">: {name}</span>
      </TextLink>
      {isSetUp ? (
        <form
          method="post"
          action={`${path}/reports`}
          encType="multipart/form-data"
          className="kv-stack"
          data-gap="sm"
        >
          <Field
            id={`file-${id}`}
            label={t('reconciliation.file')}
            hint={t('reconciliation.fileHint')}
            error={error}
          >
            {(control) => <FileInput {...control} name="file" accept=".csv,.txt,text/csv,text/plain" />}
          </Field>
          <div className="kv-actions">
            <Button variant="secondary">{t('reconciliation.upload')}</Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
