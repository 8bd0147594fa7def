import { useRef } from 'react';
import { labelOf } from '@/lib/forms/label.ts';
import { flatNodes } from '@/lib/forms/page-node.ts';
import { Details } from '../ui/details.tsx';
import type { NodeProps } from './form-view.ts';
import { errorOf } from './page-values.ts';

/** Folded away until somebody opens it, or something inside has to be corrected; then it stays open. */
export function FormAccordion({ node, view, draw }: NodeProps) {
  const { component, children } = node;
  const open = useRef(component.openByDefault ?? false);
  open.current ||= flatNodes(children).some(
    (each) => errorOf(view.hook.formState.errors, each) !== undefined,
  );
  return (
    <Details summary={labelOf(component, view.serviceText)} open={open.current}>
      {draw(children)}
    </Details>
  );
}
