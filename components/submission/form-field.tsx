import type { FocusEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { pathOf } from '@/lib/forms/component-path.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { labelOf } from '@/lib/forms/label.ts';
import { shownName } from '@/lib/forms/read-page.ts';
import type { ResolvedComponent } from '@/lib/forms/resolve-form.ts';
import { definedId } from '@/lib/forms/row-path.ts';
import type { ControlHandlers } from '../widgets/widget.ts';
import { widgets } from '../widgets/widgets.ts';
import type { NodeProps } from './form-view.ts';
import { errorOf, standsIn } from './page-values.ts';
import { whenReleased } from './when-released.ts';

/** One component by its widget, tied to React Hook Form. */
export function FormField({ component, view }: Pick<NodeProps, 'component' | 'view'>) {
  const { page, hook, serviceText, wording, texts, onChange } = view;
  const type = fields.get(component.type);
  const Widget = widgets[type.widget];
  const { description, help } = component.textResourceBindings ?? {};
  const input = type.inputProps(component);
  const hints = [
    description && serviceText(description),
    input.hintKey && wording.dynamic(input.hintKey),
    page.fetched[pathOf(component) ?? ''],
  ].filter(Boolean);
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
        error={errorOf(hook.formState.errors, component)}
        value={standsIn(component, view.answers, page.language)}
        input={input}
        serviceText={serviceText}
        texts={texts}
        handlers={
          pathOf(component) !== undefined
            ? handlersOf(component, hook, onChange)
            : { ref: null, onBlur: () => undefined, onChange: () => hook.clearErrors(component.id) }
        }
        files={page.files[component.id] ?? []}
        content={page.statics[definedId(component.id)]}
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
