import { CaseProgress } from '@/components/submission/case-progress.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { DescriptionList } from '@/components/ui/description-list.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import type { ProgressStep } from '@/components/ui/progress-steps.tsx';
import { WithdrawLink } from '@/components/withdrawal/withdraw-link.tsx';
import type { Translate } from '@/lib/texts/translate.ts';

export interface SignPageProps {
  submissionId: string;
  title: string;
  /** All of the case. */
  steps: readonly ProgressStep[];
  statement: string;
  /** What is signed, word for word. */
  sections: readonly { id: string; heading: string; rows: readonly { label: string; value: string }[] }[];
  /** Who signs, for whom, at which level and by when. */
  facts: readonly { term: string; detail: string }[];
  /** What signing, and rejecting, does with the money. */
  consequences: readonly string[];
  problem?: { title: string; text: string };
  /** The level, in words, that ID-porten is asked for first. */
  stepUpLevel?: string;
  /** The level, in words, that has been proved for this content. */
  provedLevel?: string;
  /** Fields that tell which content was shown. */
  hidden: Readonly<Record<string, string>>;
  mayWithdraw: boolean;
  translate: Translate;
}

/** The signing step: everything that is signed, in full, then one thing to do. */
export function SignPage(props: SignPageProps) {
  const { translate: t, problem } = props;
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <div className="kv-stack">
        <div className="kv-stack" data-gap="xs">
          <p className="kv-muted">{props.title}</p>
          <CaseProgress steps={props.steps} t={t} />
        </div>
        <Heading level={1}>{t('signing.title')}</Heading>
      </div>
      {problem ? (
        <Alert color="warning" title={problem.title} role="alert">
          <p>{problem.text}</p>
        </Alert>
      ) : null}
      {props.provedLevel ? (
        <Alert color="success" title={t('signing.stepUpDone', { level: props.provedLevel })} role="status">
          <p>{t('signing.stepUpDoneText')}</p>
        </Alert>
      ) : null}
      <p>{t('signing.lede')}</p>
      <Card as="section" variant="tinted" labelledBy="signing-statement">
        <Heading level={2} size="xs" id="signing-statement">
          {t('signing.statementTitle')}
        </Heading>
        <p>{props.statement}</p>
      </Card>
      <section className="kv-stack" data-gap="lg" aria-labelledby="signing-content">
        <Heading level={2} id="signing-content">
          {t('signing.contentTitle')}
        </Heading>
        {props.sections.map((section) => (
          <section
            key={section.id}
            className="kv-stack"
            data-gap="sm"
            aria-labelledby={`signing-${section.id}`}
          >
            <Heading level={3} id={`signing-${section.id}`}>
              {section.heading}
            </Heading>
            <DescriptionList
              rows={section.rows.map(({ label, value }, index) => ({
                key: String(index),
                term: label,
                detail: value,
              }))}
            />
          </section>
        ))}
      </section>
      <section className="kv-stack" data-gap="sm" aria-labelledby="signing-who">
        <Heading level={2} id="signing-who">
          {t('signing.who')}
        </Heading>
        <DescriptionList rows={props.facts} />
        <p className="kv-muted">{t('signing.sealNote')}</p>
      </section>
      <SignForm {...props} />
      {props.mayWithdraw ? <WithdrawLink submissionId={props.submissionId} t={t} /> : null}
    </div>
  );
}

function SignForm({ submissionId, consequences, stepUpLevel, hidden, translate: t }: SignPageProps) {
  return (
    <form method="post" action={`/submissions/${submissionId}/sign/save`} className="kv-stack">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {stepUpLevel ? <p>{t('signing.stepUpNeeded', { level: stepUpLevel })}</p> : null}
      {consequences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className="kv-actions">
        <Button name="action" value="sign">
          {t(stepUpLevel ? 'signing.signStepUp' : 'signing.sign')}
        </Button>
        <Button name="action" value="reject" variant="secondary">
          {t('signing.reject')}
        </Button>
      </div>
    </form>
  );
}
