import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { Language } from '@/lib/core/language.ts';
import type { Translate } from '@/lib/texts/translate.ts';

export interface WithdrawPageProps {
  submissionId: string;
  title: string;
  /** That the title is written in. */
  caseLanguage: Language | undefined;
  /** What is about to be done. */
  heading: string;
  reference: string;
  /** What it means, and until when it can be done. */
  lede: readonly string[];
  /** What comes back, how much and when. */
  money: readonly string[];
  /** What becomes of the answers. */
  answers: string;
  /** Says what happens when it is pressed. */
  button: string;
  /** What the page tells of the money, for the post to be held against. */
  mark: string;
  problem?: { title: string; text: string };
  translate: Translate;
}

/** Everything a person should know before they withdraw a case, and one button that does it. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { translate: t, problem, submissionId } = props;
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <div className="kv-stack" data-gap="xs">
        <p className="kv-muted" lang={props.caseLanguage}>
          {props.title}
        </p>
        <Heading level={1}>{props.heading}</Heading>
      </div>
      {problem ? (
        <Alert color="warning" title={problem.title} role="alert">
          <p>{problem.text}</p>
        </Alert>
      ) : null}
      {props.lede.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Card as="section" variant="tinted" labelledBy="withdraw-money">
        <Heading level={2} size="xs" id="withdraw-money">
          {t('withdrawal.moneyTitle')}
        </Heading>
        {props.money.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Card>
      <section className="kv-stack" data-gap="sm" aria-labelledby="withdraw-answers">
        <Heading level={2} size="xs" id="withdraw-answers">
          {t('withdrawal.answersTitle')}
        </Heading>
        <p>{props.answers}</p>
      </section>
      <form method="post" action={`/submissions/${submissionId}/withdraw/save`} className="kv-stack">
        <input type="hidden" name="seen" value={props.mark} autoComplete="off" />
        <div className="kv-actions">
          <Button name="action" value="withdraw" color="danger">
            {props.button}
          </Button>
          <LinkButton href={`/submissions/${submissionId}`} variant="secondary">
            {t('withdrawal.keep')}
          </LinkButton>
        </div>
      </form>
      <p className="kv-muted">{`${t('payment.reference')}: ${props.reference}`}</p>
    </div>
  );
}
