import type { Language } from '@/lib/core/language.ts';
import { errorPage as en } from '@/lib/texts/en/error-page.ts';
import { errorPage as nb } from '@/lib/texts/nb/error-page.ts';
import { errorPage as nn } from '@/lib/texts/nn/error-page.ts';

const errorTexts: Record<Language, typeof nb> = { nb, nn, en };

/** The empty address is the page itself, asked for anew. */
const samePage = '';

/** What to do when something broke on our side, in one or several languages; the code finds it again in our logs. */
export function ErrorHelp({ languages, code }: { languages: readonly Language[]; code?: string }) {
  return (
    <div className="kv-page kv-stack" data-gap="xl">
      {languages.map((language, index) => {
        const t = errorTexts[language];
        const Heading = index === 0 ? 'h1' : 'h2';
        return (
          <section key={language} lang={language} className="kv-stack" data-gap="md">
            <Heading className="ds-heading" data-size={index === 0 ? 'lg' : 'sm'}>
              {t.title}
            </Heading>
            <p>{t.text}</p>
            <p>{t.advice}</p>
            <div className="kv-actions">
              <a className="ds-button" href={samePage}>
                {t.retry}
              </a>
              <a className="ds-button" data-variant="secondary" href="/">
                {t.frontPage}
              </a>
            </div>
          </section>
        );
      })}
      {code ? <p className="kv-muted kv-small">{code}</p> : null}
    </div>
  );
}
