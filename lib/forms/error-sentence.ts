import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import type { Form } from './component.ts';
import type { AnswerErrorCode } from './error-codes.ts';
import { capitalized, errorMessage } from './error-message.ts';
import { errorLabelOf, findComponent, rowNamesOf } from './label.ts';

/** The sentence for an error wherever it is, the definition's own or Kvitt's: «Fyll ut Navn», in a row «Vare 1: Fyll ut Navn». */
export function errorSentence(
  form: Pick<Form, 'pages'>,
  error: { componentId: string; code: AnswerErrorCode; values?: Record<string, string> },
  wording: Wording,
  serviceText: ServiceText,
): string {
  const component = findComponent(form, error.componentId);
  const label = component ? errorLabelOf(component, serviceText) : error.componentId;
  const rows = rowNamesOf(form, error.componentId, serviceText);
  const own = component?.errorTexts;
  const key = own && Object.hasOwn(own, error.code) ? own[error.code] : undefined;
  const sentence =
    key === undefined
      ? errorMessage(error, wording, label)
      : capitalized(
          serviceText(key).replaceAll('{label}', () => label),
          wording.language,
        );
  return [...rows, sentence].join(': ');
}
