import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { TextLink } from '../ui/text-link.tsx';

export interface MissingText {
  name: string;
  /** Where it is written. */
  href: string;
}

export interface PublishProblemsProps {
  state: boolean;
  /** Texts that the law wants and that are missing. */
  missing: readonly MissingText[];
  /** What else stops a publication, as the check says it. */
  others: readonly string[];
  /** What the owner may publish with. */
  warnings: readonly string[];
  t: Translate;
}

/** Exactly what keeps a draft from being published, with a link to each text; and what is worth knowing. */
export function PublishProblems({ state, missing, others, warnings, t }: PublishProblemsProps) {
  return (
    <>
      {missing.length + others.length > 0 ? (
        <Alert color="danger" title={t('adminService.blockingTitle')} id="blocking">
          {missing.length > 0 ? (
            <>
              <p>{t(state ? 'adminService.blockingState' : 'adminService.blockingMunicipality')}</p>
              <p>{t('adminService.blockingTexts', { count: missing.length })}</p>
              <ul className="ds-list">
                {missing.map(({ name, href }) => (
                  <li key={href}>
                    <TextLink href={href}>{name}</TextLink>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {others.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Alert>
      ) : null}
      {warnings.length > 0 ? (
        <Alert color="info" title={t('adminService.warningTitle')}>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Alert>
      ) : null}
    </>
  );
}
