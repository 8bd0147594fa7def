import type { ReactNode } from 'react';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Textarea } from '../ui/textarea.tsx';

/** What every page of a matter is told by whoever shows it. */
export interface MatterProps {
  id: string;
  title: string;
  facts: readonly DescriptionRow[];
  notice?: { text: string; color: 'success' | 'info' };
}

interface MatterPageProps extends Omit<MatterProps, 'id'> {
  back: { href: string; text: string };
  errorsTitle: string;
  /** What is to be done about it, in words. */
  todo: { title: string; text: string };
  isOpen: boolean;
  /** The way to close it; absent when it is closed, and for those who may not. */
  closing?: ClosingProps;
  children?: ReactNode;
}

interface ClosingProps {
  action: string;
  titleId: string;
  words: { title: string; lead: string; label: string; hint: string; button: string };
  warning?: string;
  reason?: string;
  error?: string;
}

/** A matter that somebody has to see to: what it is, what to do, and the way to say that it is done. */
export function MatterPage({
  title,
  back,
  errorsTitle,
  todo,
  isOpen,
  facts,
  notice,
  closing,
  children,
}: MatterPageProps) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary
        title={errorsTitle}
        errors={closing?.error ? [{ fieldId: 'reason', message: closing.error }] : []}
      />
      <BackLink href={back.href}>{back.text}</BackLink>
      <Heading level={1}>{title}</Heading>
      {notice ? (
        <Alert color={notice.color}>
          <p>{notice.text}</p>
        </Alert>
      ) : null}
      <Alert color={isOpen ? 'warning' : 'info'} title={todo.title}>
        <p>{todo.text}</p>
      </Alert>
      <DescriptionList rows={facts} />
      {closing ? <Closing {...closing} /> : null}
      {children}
    </div>
  );
}

function Closing({ action, titleId, words, warning, reason, error }: ClosingProps) {
  return (
    <form method="post" action={action} className="kv-stack" aria-labelledby={titleId}>
      <Heading level={2} id={titleId}>
        {words.title}
      </Heading>
      <p>{words.lead}</p>
      {warning ? (
        <Alert color="warning">
          <p>{warning}</p>
        </Alert>
      ) : null}
      <Field id="reason" label={words.label} hint={words.hint} error={error}>
        {(control) => <Textarea {...control} name="reason" rows={3} defaultValue={reason} />}
      </Field>
      <div className="kv-actions">
        <Button>{words.button}</Button>
      </div>
    </form>
  );
}
