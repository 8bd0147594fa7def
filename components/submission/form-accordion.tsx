import { useRef } from 'react';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { labelOf } from '@/lib/forms/label.ts';
import { Details } from '../ui/details.tsx';
import type { NodeProps } from './form-view.ts';
import { errorOf } from './page-values.ts';

/** Folded away until somebody opens it, or something inside has to be corrected; then it stays open. */
export function FormAccordion({ component, view, draw }: NodeProps) {
  const open = useRef(component.openByDefault ?? false);
  const inside = instancesOf({ components: component.children });
  open.current ||= inside.some((each) => errorOf(view.hook.formState.errors, each) !== undefined);
  return (
    <Details summary={labelOf(component, view.serviceText)} open={open.current}>
      {draw(component.children)}
    </Details>
  );
}
