import type { FocusEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { labelOf } from '@/lib/forms/label.ts';
import { shownName } from '@/lib/forms/read-page.ts';
import type { ResolvedComponent } from '@/lib/forms/resolve-form.ts';
import type { FormTexts } from '../widgets/form-texts.ts';
import type { ControlHandlers } from '../widgets/widget.ts';
import { widgets } from '../widgets/widgets.ts';
import type { FormPageProps } from './form-page-props.ts';
import { standsIn } from './page-values.ts';
import { whenReleased } from './when-released.ts';

export interface FormFieldProps {
  component: ResolvedComponent;
  page: FormPageProps;
  hook: UseFormReturn;
  serviceText: ServiceText;
  wording: Wording;
  texts: FormTexts;
  /** Whether it takes an answer. */
  isAnswer: boolean;
  onChange(): void;
}

/** One component by its widget, tied to React Hook Form. */
export function FormField({
  component,
  page,
  hook,
  serviceText,
  wording,
  texts,
  isAnswer,
  onChange,
}: FormFieldProps) {
  const type = fields.get(component.type);
  const Widget = widgets[type.widget];
  const { description, help } = component.textResourceBindings ?? {};
  const input = type.inputProps(component);
  const hints = [
    description && serviceText(description),
    input.hintKey && wording.dynamic(input.hintKey),
  ].filter(Boolean);
  const error = hook.formState.errors[component.id]?.message;
  return (
    <div>
      {/* Unticked boxes post nothing, so the form says what it showed. */}
      {type.collects !== 'nothing' ? (
        <input type="hidden" name={shownName} value={component.id} autoComplete="off" />
      ) : null}
      <Widget
        component={component}
        label={labelOf(component, serviceText)}
        hint={hints.join(' ') || undefined}
        help={help && serviceText(help)}
        mark={
          type.collects === 'nothing' || component.readOnly
            ? undefined
            : texts(component.required ? 'required' : 'optional')
        }
        error={error ? String(error) : undefined}
        value={standsIn(component, page.answers, page.language)}
        input={input}
        serviceText={serviceText}
        texts={texts}
        handlers={
          isAnswer
            ? handlersOf(component, hook, onChange)
            : { ref: null, onBlur: () => undefined, onChange: () => hook.clearErrors(component.id) }
        }
        files={page.files[component.id] ?? []}
        content={page.statics[component.id]}
      />
    </div>
  );
}

/** Checked when it is left, and when a choice is made that had been wrong: never while somebody types. */
function handlersOf(component: ResolvedComponent, hook: UseFormReturn, changed: () => void): ControlHandlers {
  const { ref, onChange, onBlur } = hook.register(component.id);
  const wasWrong = () => Boolean(hook.getFieldState(component.id).error);
  return {
    ref,
    onChange(event) {
      void onChange(event);
      const isChoice =
        event.target.type === 'radio' ||
        event.target.type === 'checkbox' ||
        event.target.type.startsWith('select');
      if (isChoice && wasWrong()) void hook.trigger(component.id);
      changed();
    },
    onBlur(event) {
      void onBlur(event);
      if (staysInGroup(event)) return;
      const isEmpty = [hook.getValues(component.id)].flat().every((value) => !value);
      // A field that one only passes through is not wrong yet; Next asks for what is missing.
      if (!isEmpty || wasWrong()) whenReleased(() => void hook.trigger(component.id));
    },
  };
}

function staysInGroup({
  target,
  relatedTarget,
}: FocusEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>): boolean {
  return relatedTarget instanceof HTMLInputElement && relatedTarget.name === target.name;
}
