import { labelOf, rowNameOf } from '@/lib/forms/label.ts';
import type { NodeRow } from '@/lib/forms/page-node.ts';
import { shownName } from '@/lib/forms/shown-name.ts';
import { Button } from '../ui/button.tsx';
import { Fieldset } from '../ui/fieldset.tsx';
import type { FormView, NodeProps } from './form-view.ts';
import { errorOf } from './page-values.ts';

/** The rows of a repeating group, each a fieldset, with buttons that post the page and add or take away one. */
export function FormRows({ node, view, draw }: NodeProps) {
  const { component, rows, hasRoom } = node;
  const { id, readOnly, maxCount } = component;
  const { description } = component.textResourceBindings ?? {};
  return (
    <div id={id} tabIndex={-1}>
      <Fieldset
        id={id}
        legend={labelOf(component, view.serviceText)}
        hint={description && view.serviceText(description)}
        error={errorOf(view.hook.formState.errors, node)}
      >
        {/* Says how many rows the page showed, also of those whose fields are hidden. */}
        {[id, ...rows.map((row) => row.id)].map((shown) => (
          <input key={shown} type="hidden" name={shownName} value={shown} autoComplete="off" />
        ))}
        {rows.some((row) => !row.hidden) ? (
          <ol className="kv-plain-list kv-rows">
            {rows
              .filter((row) => !row.hidden)
              .map((row) => (
                <li key={row.id}>
                  <Row row={row} node={node} view={view} draw={draw} />
                </li>
              ))}
          </ol>
        ) : null}
        {hasRoom ? (
          <Button name="action" value={`add-row:${id}`} variant="secondary">
            {addText(component, view)}
          </Button>
        ) : readOnly ? null : (
          <p className="kv-muted">{view.texts('rowsFull', { max: maxCount ?? rows.length })}</p>
        )}
      </Fieldset>
    </div>
  );
}

function Row({ row, node: { component, canRemove }, view, draw }: NodeProps & { row: NodeRow }) {
  const name = rowNameOf(component, row.index, view.serviceText);
  return (
    <Fieldset id={row.id} legend={name}>
      <div className="kv-stack kv-group-row" data-gap="lg">
        {draw(row.nodes)}
        {canRemove ? (
          <div>
            <Button name="action" value={`remove-row:${row.id}`} variant="tertiary" color="danger" size="sm">
              {view.texts('remove')} {inSentence(name)}
            </Button>
          </div>
        ) : null}
      </div>
    </Fieldset>
  );
}

/** As Altinn's texts say: the whole of it, or what comes after «Legg til». */
function addText(
  { textResourceBindings: texts = {} }: NodeProps['node']['component'],
  view: FormView,
): string {
  const { add_button_full: whole, add_button: what, rowTitle, title = '' } = texts;
  if (whole !== undefined) return view.serviceText(whole);
  return view.texts('addRow', { name: inSentence(view.serviceText(what ?? rowTitle ?? title)) });
}

/** «Legg til vare», but a name in capitals keeps them. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
