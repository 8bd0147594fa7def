import { Fieldset } from '../ui/fieldset.tsx';
import type { NodeProps } from './form-view.ts';

/** Questions that belong together, under their own heading when they have one. */
export function FormGroup({ node, view, draw }: NodeProps) {
  const { component, children } = node;
  const { title, description, help } = component.textResourceBindings ?? {};
  const inside = (
    <div className="kv-stack" data-gap="lg">
      {draw(children)}
    </div>
  );
  return title === undefined ? (
    inside
  ) : (
    <Fieldset
      id={component.id}
      legend={view.serviceText(title)}
      hint={description && view.serviceText(description)}
      help={help && view.serviceText(help)}
      helpLabel={view.texts('help')}
    >
      {inside}
    </Fieldset>
  );
}
