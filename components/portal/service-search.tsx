import type { Translate } from '@/lib/texts/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** Search as a plain GET form: the address of a search can be shared. */
export function ServiceSearch({ query, t }: { query: string; t: Translate }) {
  return (
    <search>
      <form className="kv-search" method="get" action="/">
        <Field id="search" label={t('portal.searchLabel')}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              name="q"
              defaultValue={query}
              autoComplete="off"
              maxLength={100}
            />
          )}
        </Field>
        <Button variant="secondary">{t('portal.searchButton')}</Button>
      </form>
    </search>
  );
}
