import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import type { Form } from '@/lib/forms/component.ts';
import { withOptionLists, withParts } from '@/lib/forms/expand-pages.ts';
import { formFacts } from '@/lib/forms/form-facts.ts';
import type { ServiceDefinition } from './definition.ts';
import { serviceText } from './service-texts.ts';

type Asked = Pick<ServiceDefinition, 'pages' | 'optionLists' | 'texts'>;
const known = new WeakMap<Asked, Map<Language, Form>>();

/**
 * The form of a case as everybody reads it, with its option lists in their places, components of several controls taken apart,
 * and what its conditions may know besides the answers.
 * @param submission its language is the one that conditions ask for, see `FormFacts`.
 */
export function formOf(definition: Asked, submission: { language: string }): Form {
  const language = asLanguage(submission.language) ?? defaultLanguage;
  const forms = known.get(definition) ?? new Map<Language, Form>();
  known.set(definition, forms);
  const form = forms.get(language) ?? newForm(definition, language);
  forms.set(language, form);
  return form;
}

function newForm(definition: Asked, language: Language): Form {
  const { optionLists = {} } = definition;
  const pages = withParts(withOptionLists(definition.pages, optionLists));
  return { pages, facts: formFacts(pages, optionLists, language, serviceText(definition, language)) };
}
