import { Button } from '@/components/ui/button.tsx';
import { DescriptionList } from '@/components/ui/description-list.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import type { Language } from '@/lib/core/language.ts';
import type { Translate } from '@/lib/texts/translate.ts';

interface Props {
  /** The payment page, which takes a form post. */
  url: string;
  /** Signed values, shown to nobody. */
  fields: Readonly<Record<string, string>>;
  /** Of the case. */
  title: string;
  /** That the title is written in. */
  caseLanguage: Language | undefined;
  /** In words. */
  amount: string;
  /** Back to the payment step. */
  backHref: string;
  translate: Translate;
}

/** The way to a payment page that wants a form: one visible button, which needs no script. */
export function HandOverForm({ url, fields, title, caseLanguage, amount, backHref, translate }: Props) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <div className="kv-stack" data-gap="xs">
        <p className="kv-muted" lang={caseLanguage}>
          {title}
        </p>
        <Heading level={1}>{translate('payment.handOver')}</Heading>
      </div>
      <DescriptionList rows={[{ term: translate('payment.toPay'), detail: <strong>{amount}</strong> }]} />
      <p>{translate('payment.whereTo')}</p>
      <form method="post" action={url} acceptCharset="utf-8" className="kv-actions">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button>{translate('payment.openAgainButton')}</Button>
        <a className="ds-link" href={backHref}>
          {translate('payment.handOverBack')}
        </a>
      </form>
    </div>
  );
}
