import type { ComponentType } from 'react';
import type { Structure } from '@/lib/forms/fields/define-field.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import type { ResolvedComponent } from '@/lib/forms/resolve-form.ts';
import { definedId } from '@/lib/forms/row-path.ts';
import { FormAccordion } from './form-accordion.tsx';
import { FormField } from './form-field.tsx';
import { FormGroup } from './form-group.tsx';
import { FormRows } from './form-rows.tsx';
import type { FormView, NodeProps } from './form-view.ts';
import { PaymentDetails } from './payment-details.tsx';

/** Visible components, each with what is inside it. */
export function FormTree({ components, view }: { components: readonly ResolvedComponent[]; view: FormView }) {
  const draw = (inside: readonly ResolvedComponent[]) => <FormTree components={inside} view={view} />;
  return components
    .filter((component) => !component.hidden)
    .map((component) => {
      const { structure } = fields.get(component.type);
      const Node = structure ? structures[structure] : FormField;
      const key = structure === 'rows' ? `${component.id} ${view.rowsVersion}` : component.id;
      return <Node key={key} component={component} view={view} draw={draw} />;
    });
}

/** How each kind of component that is no question is drawn: the closed set that field types name. */
const structures: Record<Structure, ComponentType<NodeProps>> = {
  group: FormGroup,
  details: FormAccordion,
  rows: FormRows,
  // The page has its own buttons, below everything.
  buttons: () => null,
  // Answers in words are drawn on the server, like texts.
  summary: ({ component, view }) => view.page.statics[definedId(component.id)],
  payment: PaymentDetails,
};
