import type { ComponentType } from 'react';
import type { Structure } from '@/lib/forms/fields/define-field.ts';
import type { PageNode } from '@/lib/forms/page-node.ts';
import { definedId } from '@/lib/forms/row-path.ts';
import { FormAccordion } from './form-accordion.tsx';
import { FormField } from './form-field.tsx';
import { FormGroup } from './form-group.tsx';
import { FormRows } from './form-rows.tsx';
import type { FormView, NodeProps } from './form-view.ts';
import { PaymentDetails } from './payment-details.tsx';

/** Components of a page, each with what is inside it. */
export function FormTree({ nodes, view }: { nodes: readonly PageNode[]; view: FormView }) {
  const draw = (inside: readonly PageNode[]) => <FormTree nodes={inside} view={view} />;
  return nodes.map((node) => {
    const { component, structure } = node;
    const Node = structure ? structures[structure] : FormField;
    const key = structure === 'rows' ? `${component.id} ${view.rowsVersion}` : component.id;
    return <Node key={key} node={node} view={view} draw={draw} />;
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
  summary: ({ node, view }) => view.page.statics[definedId(node.component.id)],
  payment: PaymentDetails,
};
