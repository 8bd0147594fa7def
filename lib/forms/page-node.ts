import type { FieldType, InputProps, Structure, Widget } from './fields/define-field.ts';
import type { ResolvedComponent } from './resolve-form.ts';

/**
 * A visible component with all that drawing it takes, so that a browser shows a page, and posts it, before it has loaded what
 * decides conditions and judges answers.
 */
export interface PageNode {
  /** Without what is inside it, which is in `children` and `rows` of the node. */
  component: ResolvedComponent;
  widget: Widget;
  structure?: Structure;
  collects: FieldType['collects'];
  answerShape: FieldType['answerShape'];
  /** Where its answer is in the data model, with the indices of its rows. */
  path?: string;
  /** What stands in the control: one text, or the chosen values. */
  value: string[];
  input: InputProps;
  children: PageNode[];
  /** Of a repeating group; hidden rows are there, without what is in them. */
  rows: NodeRow[];
  /** Whether a repeating group takes one more row, and whether one may go. */
  hasRoom: boolean;
  canRemove: boolean;
}

export interface NodeRow {
  /** `<id of the group>[<index>]`. */
  id: string;
  index: number;
  hidden: boolean;
  nodes: PageNode[];
}

/** Nodes with all that is inside them, in the order of the page. */
export function flatNodes(nodes: readonly PageNode[]): PageNode[] {
  return nodes.flatMap((node) => [
    node,
    ...flatNodes(node.children),
    ...node.rows.flatMap((row) => flatNodes(row.nodes)),
  ]);
}
