import { type Language, languages } from '@/lib/core/language.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** Each language by its own name. */
const names: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** The portal's languages as buttons of a plain form. */
export function LanguageMenu({ path, t }: { path: string; t: Translate }) {
  return (
    <details className="kv-menu" name="kv-menu">
      <summary>
        <VisuallyHidden>{t('portal.language')}: </VisuallyHidden>
        {names[t.language]}
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
            {names[language]}
          </button>
        ))}
      </form>
    </details>
  );
}
