import type { ReactNode } from 'react';
import { AnswerSummary } from '@/components/submission/answer-summary.tsx';
import { staticContent } from '@/components/widgets/static-content.tsx';
import type { FormComponent, FormPage } from '@/lib/forms/component.ts';
import { componentsOf } from '@/lib/forms/component-tree.ts';
import { describeAnswers } from '@/lib/forms/describe.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { summarized } from '@/lib/forms/summarized.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { Draft } from '@/lib/workflow/filling/read-draft.ts';
import { describedFiles } from './described-files.ts';

/** What of a page is drawn on the server: its texts and summaries, by component id. */
export function pageStatics(
  { definition, form, answers, files }: Draft,
  page: FormPage,
  t: Translate,
): Record<string, ReactNode> {
  const text = serviceText(definition, t.language);
  const draw = (component: FormComponent): ReactNode => {
    if (isText(component)) return staticContent(component, text, t.language);
    if (fields.get(component.type).structure !== 'summary') return undefined;
    const context = { wording: t, serviceText: text, files: describedFiles(files) };
    const pages = summarized(form, component.target, describeAnswers(form, answers, context));
    return <AnswerSummary component={component} pages={pages} text={text} />;
  };
  const drawn = componentsOf(page).map((each) => [each.id, draw(each)] as const);
  return Object.fromEntries(drawn.filter(([, node]) => node !== undefined));
}

/** A text between questions; what holds other components is drawn around them. */
export function isText({ type }: FormComponent): boolean {
  const { widget, structure } = fields.get(type);
  return widget === 'static' && structure === undefined;
}
