import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import type { Form } from './component.ts';
import type { AnswerErrorCode } from './error-codes.ts';
import { capitalized, errorMessage } from './error-message.ts';
import { fields } from './fields/registry.ts';
import { errorLabelOf, findComponent, rowNamesOf } from './label.ts';
import { lockOf } from './lock-of.ts';

/**
 * The sentence for an error wherever it is, the definition's own or Kvitt's: «Fyll ut Navn», in a row «Vare 1: Fyll ut Navn». Where
 * the person cannot write, it also says what they can do.
 */
export function errorSentence(
  form: Pick<Form, 'pages'>,
  error: { componentId: string; code: AnswerErrorCode; values?: Record<string, string>; locked?: true },
  wording: Wording,
  serviceText: ServiceText,
): string {
  const component = findComponent(form, error.componentId);
  const label = component ? errorLabelOf(component, serviceText) : error.componentId;
  const rows = rowNamesOf(form, error.componentId, serviceText);
  const lock = error.locked && lockOf(form, error.componentId);
  const isMissing = component && fields.find(component.type)?.requiredCode(component) === error.code;
  // «Fyll ut» is no help to somebody who never can.
  const code = lock === 'always' && isMissing ? 'lockedMissing' : error.code;
  const own = component?.errorTexts;
  const key = own && Object.hasOwn(own, code) ? own[code] : undefined;
  const sentence =
    key === undefined
      ? errorMessage({ ...error, code }, wording, label)
      : capitalized(
          serviceText(key).replaceAll('{label}', () => label),
          wording.language,
        );
  const told = [...rows, sentence].join(': ');
  if (!lock || code === 'lockedMissing') return told;
  const wayOut = lock === 'always' ? 'validation.lockedAlways' : 'validation.lockedByAnswer';
  return `${told.replace(/[.!?]?$/, (end) => end || '.')} ${wording.dynamic(wayOut)}`;
}
