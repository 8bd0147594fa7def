import { Alert } from '@/components/ui/alert.tsx';
import { DescriptionList } from '@/components/ui/description-list.tsx';
import { Details } from '@/components/ui/details.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import type { Translate } from '@/lib/texts/translate.ts';

export interface SealPageProps {
  /** The verdict in words; the reasons are sentences of their own. */
  verdict: {
    color: 'success' | 'info' | 'danger';
    title: string;
    sentences: string[];
    reasons: string[];
    advice?: string;
  };
  /** «Bekreftet av NN, innlogget på nivå …, forseglet av Kvitt.» Absent when the seal cannot vouch for it. */
  confirmation?: string;
  facts: { term: string; detail: string }[];
  downloadHref: string;
  keysHref: string;
  caseHref: string;
  translate: Translate;
}

/** Whether a seal is intact and, when it is not, why. */
export function SealPage({
  verdict,
  confirmation,
  facts,
  downloadHref,
  keysHref,
  caseHref,
  translate: t,
}: SealPageProps) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{t('signing.checkTitle')}</Heading>
      <p>{t('signing.checkLede')}</p>
      <Alert color={verdict.color} title={verdict.title}>
        {verdict.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {verdict.reasons.length > 0 ? (
          <ul>
            {verdict.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
        {verdict.advice ? <p>{verdict.advice}</p> : null}
      </Alert>
      {confirmation ? <p>{confirmation}</p> : null}
      <section className="kv-stack" data-gap="sm" aria-labelledby="seal-facts">
        <Heading level={2} id="seal-facts">
          {t('signing.facts')}
        </Heading>
        <DescriptionList rows={facts} />
      </section>
      <div className="kv-actions">
        <LinkButton href={downloadHref} variant="secondary" download>
          {t('signing.download')}
        </LinkButton>
        <LinkButton href={caseHref} variant="tertiary">
          {t('signing.toCase')}
        </LinkButton>
      </div>
      <Details summary={t('signing.whatItIs')}>
        <p>{t('signing.whatItIsText')}</p>
        <p>
          <TextLink href={keysHref}>{t('signing.keys')}</TextLink>
        </p>
      </Details>
    </div>
  );
}
