import type { Form, FormComponent } from './component.ts';
import { readByConditions } from './form-facts.ts';

/** The form as the browser needs it for one page: of other pages only what conditions look at. */
export function trimForm(form: Form, pageId: string): Form {
  const { shown } = readByConditions(form.pages);
  return {
    ...form,
    pages: form.pages.map((page) =>
      page.id === pageId
        ? page
        : { ...page, components: page.components.map((component) => looked(component, shown)) },
    ),
  };
}

/**
 * What conditions need of a component: where its answer lies, whether it is hidden, how many rows there are; and all of it when
 * they read its answer as people do.
 */
function looked(component: FormComponent, shown: ReadonlySet<string>): FormComponent {
  const { id, type, dataModelBindings, hidden, hiddenRow, minCount } = component;
  const children = component.children?.map((child) => looked(child, shown));
  return shown.has(id)
    ? { ...component, children }
    : { id, type, dataModelBindings, hidden, hiddenRow, minCount, children };
}
