import type { FocusEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { labelOf } from '@/lib/forms/label.ts';
import type { ResolvedComponent } from '@/lib/forms/resolve-form.ts';
import { definedId } from '@/lib/forms/row-path.ts';
import { shownName } from '@/lib/forms/shown-name.ts';
import type { ControlHandlers } from '../widgets/widget.ts';
import { widgets } from '../widgets/widgets.ts';
import type { NodeProps } from './form-view.ts';
import { errorOf } from './page-values.ts';
import { whenReleased } from './when-released.ts';

/** One component by its widget, tied to React Hook Form. */
export function FormField({ node, view }: Pick<NodeProps, 'node' | 'view'>) {
  const { component, collects, input } = node;
  const { page, hook, serviceText, wording, texts, onChange } = view;
  const Widget = widgets[node.widget];
  const { description, help } = component.textResourceBindings ?? {};
  const hints = [
    description && serviceText(description),
    input.hintKey && wording.dynamic(input.hintKey),
    node.path === undefined ? undefined : page.fetched[node.path],
  ].filter(Boolean);
  return (
    <div>
      {/* Unticked boxes post nothing, so the form says what it showed. */}
      {collects !== 'nothing' ? (
        <input type="hidden" name={shownName} value={component.id} autoComplete="off" />
      ) : null}
      <Widget
        component={component}
        label={labelOf(component, serviceText)}
        hint={hints.join(' ') || undefined}
        help={help && serviceText(help)}
        mark={
          collects === 'nothing' || component.readOnly
            ? undefined
            : texts(component.required ? 'required' : 'optional')
        }
        error={errorOf(hook.formState.errors, node)}
        value={node.value}
        input={input}
        serviceText={serviceText}
        texts={texts}
        handlers={
          collects === 'answer'
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
