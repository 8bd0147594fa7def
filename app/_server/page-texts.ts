import type { PageTexts } from '@/components/submission/form-page-props.ts';
import { type Packed, pack } from '@/components/submission/packed.ts';
import { formTextKeys } from '@/components/widgets/form-texts.ts';
import type { Language } from '@/lib/core/language.ts';
import { remembered, rememberedForBoth } from '@/lib/core/remembered.ts';
import type { Form, FormComponent, FormPage } from '@/lib/forms/component.ts';
import { textKeysOf } from '@/lib/forms/text-keys.ts';
import { trimForm } from '@/lib/forms/trim-form.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { messages } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { isText } from './page-statics.tsx';

/** What the browser decides a page's conditions by: the same for every case of a version, so made once. */
export const packedForm = rememberedForBoth(
  (form: Form, page: FormPage): Packed<Form> => pack(trimForm(form, page.id)),
);

/** What the browser says a page with; made once for each language. */
export const packedTexts = remembered((definition: ServiceDefinition) =>
  rememberedForBoth(
    (page: FormPage, { language }: Translate): Packed<PageTexts> =>
      pack({ serviceTexts: textsOf(page, serviceText(definition, language)), texts: portalTexts(language) }),
  ),
);

function textsOf(page: FormPage, text: (key: string) => string): Record<string, string> {
  const asked = { pages: [{ ...page, components: withoutTexts(page.components) }] };
  return Object.fromEntries(textKeysOf(asked).map((key) => [key, text(key)]));
}

/** The server draws these. */
function withoutTexts(components: readonly FormComponent[]): FormComponent[] {
  return components
    .filter((each) => !isText(each))
    .map((each) => ({ ...each, children: withoutTexts(each.children ?? []) }));
}

function portalTexts(language: Language): Record<string, string> {
  const { form, validation } = messages[language];
  return Object.fromEntries([
    ...formTextKeys.map((key) => [`form.${key}`, form[key]]),
    ...Object.entries(validation).map(([key, words]) => [`validation.${key}`, words]),
  ]);
}
