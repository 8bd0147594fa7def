import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { WidgetProps } from './widget.ts';

/** A button of the page's own form that posts it and comes back with what was fetched; what it asks is never stored. */
export function FetchWidget({ component, label, hint, serviceText }: WidgetProps) {
  const { asks, about } = component.textResourceBindings ?? {};
  if (component.readOnly) return null;
  return (
    <div className="kv-stack" data-gap="sm">
      {asks === undefined ? null : (
        <Field id={component.id} label={serviceText(asks)} hint={hint}>
          {(control) => <TextInput {...control} name={component.id} autoComplete="off" characters={30} />}
        </Field>
      )}
      <div>
        <Button name="action" value={`fetch:${component.id}`} variant="secondary">
          {label}
          {about === undefined ? null : <VisuallyHidden>: {serviceText(about)}</VisuallyHidden>}
        </Button>
      </div>
    </div>
  );
}
