import { type Answers, setAnswer } from '@/lib/core/answers.ts';
import type { Form, FormComponent } from './component.ts';
import { pathOf } from './component-path.ts';
import { fields } from './fields/registry.ts';
import { resolveForm } from './resolve-form.ts';

/** Name of the hidden inputs that tell which components a posted page showed: unticked boxes post nothing themselves. */
export const shownName = '_shown';

const maxRounds = 10;

/**
 * A posted page → new answers. Input names are component ids. Only components that are visible and writable with the answers as
 * they become are read; unknown names, tampered fields and components that were not on the page as it was shown change nothing.
 * Text that cannot be read is kept as the answer (validation tells), and `raw` holds what was typed, by component id.
 */
export function readPage(
  form: Form,
  pageId: string,
  answers: Answers,
  posted: Readonly<Record<string, readonly string[]>>,
): { answers: Answers; raw: Record<string, string[]> } {
  const shown = own(posted, shownName);
  const candidates = (form.pages.find((page) => page.id === pageId)?.components ?? []).filter(
    (component) =>
      pathOf(component) !== undefined &&
      component.readOnly !== true &&
      (own(posted, component.id) !== undefined || shown === undefined || shown.includes(component.id)),
  );
  let read = candidates;
  let patched = patch(read, answers, posted);
  // What is read decides what is visible and writable, which decides what may be read.
  for (let round = 0; round < maxRounds; round += 1) {
    const open = openIds(form, pageId, patched);
    const next = candidates.filter((component) => open.has(component.id));
    if (next.length === read.length && next.every((component, index) => component === read[index])) break;
    read = next;
    patched = patch(read, answers, posted);
  }
  const raw = read.map(
    (component) => [component.id, [...(own(posted, component.id) ?? [])]] as [string, string[]],
  );
  return { answers: patched, raw: Object.fromEntries(raw) };
}

function patch(
  components: FormComponent[],
  answers: Answers,
  posted: Readonly<Record<string, readonly string[]>>,
): Answers {
  return components.reduce((left, component) => {
    const answer = fields.get(component.type).read(own(posted, component.id) ?? [], component);
    return setAnswer(left, pathOf(component) ?? component.id, answer);
  }, answers);
}

function openIds(form: Form, pageId: string, answers: Answers): Set<string> {
  const page = resolveForm(form, answers).pages.find((each) => each.id === pageId);
  return new Set(page?.components.filter(({ hidden, readOnly }) => !hidden && !readOnly).map(({ id }) => id));
}

function own(
  posted: Readonly<Record<string, readonly string[]>>,
  name: string,
): readonly string[] | undefined {
  return Object.hasOwn(posted, name) ? posted[name] : undefined;
}
