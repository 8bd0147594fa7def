import type { Form, FormComponent, FormPage } from './component.ts';
import type { ResolvedComponent, ResolvedPage } from './resolve-form.ts';

/** A component and all that is inside it, in the order of the page. */
export function withChildren(component: FormComponent): FormComponent[] {
  return [component, ...(component.children ?? []).flatMap(withChildren)];
}

/** Everything on a page of the definition, at every depth. */
export function componentsOf(page: Pick<FormPage, 'components'>): FormComponent[] {
  return page.components.flatMap(withChildren);
}

/** Everything in the definition, at every depth. */
export function everyComponent(form: Pick<Form, 'pages'>): FormComponent[] {
  return form.pages.flatMap(componentsOf);
}

/** Everything that stands on a page with these answers, at every depth and in every row. */
export function instancesOf(page: Pick<ResolvedPage, 'components'>): ResolvedComponent[] {
  return page.components.flatMap(withInstances);
}

function withInstances(component: ResolvedComponent): ResolvedComponent[] {
  return [
    component,
    ...component.children.flatMap(withInstances),
    ...component.rows.flatMap((row) => row.components.flatMap(withInstances)),
  ];
}
