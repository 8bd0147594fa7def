import { languages } from '@/lib/core/language.ts';
import { writings } from '@/lib/core/writing.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** The portal's languages as buttons of a plain form. */
export function LanguageMenu({ path, t }: { path: string; t: Translate }) {
  return (
    <details className="kv-menu" name="kv-menu">
      <summary>
        <VisuallyHidden>{t('portal.language')}: </VisuallyHidden>
        {writings[t.language].name}
      </summary>
      <form className="kv-menu-panel" method="post" action="/language">
        <input type="hidden" name="next" value={path} />
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            className="kv-menu-item"
            name="language"
            value={language}
            lang={language}
            aria-current={language === t.language ? 'true' : undefined}
          >
            {writings[language].name}
          </button>
        ))}
      </form>
    </details>
  );
}
