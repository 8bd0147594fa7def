import type { Translate } from '@/lib/texts/translate.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { AgreementFields, type AgreementFieldView, agreementFieldId } from './agreement-fields.tsx';
import { AgreementWays, type AgreementWaysView, waysErrors } from './agreement-ways.tsx';

/** The first question of a new agreement: with whom. */
export function ChooseProvider({
  providers,
  t,
}: {
  providers: readonly { id: string; title: string }[];
  t: Translate;
}) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <BackLink href="/admin/agreements">{t('agreements.title')}</BackLink>
      <Heading level={1}>{t('agreements.newTitle')}</Heading>
      <p>{t('agreements.chooseProvider')}</p>
      <ul className="ds-list">
        {providers.map(({ id, title }) => (
          <li key={id}>
            <TextLink href={`/admin/agreements/new?provider=${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface NewAgreementProps {
  provider: string;
  title: string;
  environment: 'live' | 'test';
  ways: AgreementWaysView;
  fields: readonly AgreementFieldView[];
  /** What the provider said of the keys of the last try. */
  keysProblem?: string;
  t: Translate;
}

/** The form of a new agreement: keys as its provider describes them, and what the contract allows. */
export function NewAgreementPage(props: NewAgreementProps) {
  const { provider, title, environment, ways, fields, keysProblem, t } = props;
  const errors = [
    ...(keysProblem ? [{ fieldId: 'keys', message: keysProblem }] : []),
    ...fields.flatMap(({ name, error }) =>
      error ? [{ fieldId: agreementFieldId(name), message: error }] : [],
    ),
    ...waysErrors(ways),
  ];
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary title={t('agreements.errorsTitle')} errors={errors} />
      <BackLink href="/admin/agreements/new">{t('agreements.otherProvider')}</BackLink>
      <Heading level={1}>{title}</Heading>
      <p>{t('agreements.newLead')}</p>
      <form id="keys" method="post" action="/admin/agreements/new/save" className="kv-stack" data-gap="lg">
        <input type="hidden" name="provider" value={provider} />
        <RadioGroup
          id="environment"
          name="environment"
          legend={t('agreements.environment')}
          options={[
            { value: 'test', label: t('agreements.test'), hint: t('agreements.testHint') },
            { value: 'live', label: t('agreements.live') },
          ]}
          value={environment}
        />
        <AgreementFields fields={fields} t={t} />
        <AgreementWays ways={ways} t={t} />
        <div className="kv-actions">
          <Button>{t('agreements.saveNew')}</Button>
          <LinkButton href="/admin/agreements" variant="secondary">
            {t('agreements.cancel')}
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
