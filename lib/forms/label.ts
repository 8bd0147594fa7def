import type { ServiceText } from '@/lib/core/wording.ts';
import type { Form, FormComponent } from './component.ts';
import { pathOf } from './component-path.ts';

/** What a component is called on the page. */
export function labelOf(component: FormComponent, serviceText: ServiceText): string {
  const key = component.textResourceBindings?.title;
  return key === undefined ? component.id : serviceText(key);
}

/** What it is called inside a sentence: Altinn's `shortName` where the title is a whole question. */
export function errorLabelOf(component: FormComponent, serviceText: ServiceText): string {
  const key = component.textResourceBindings?.shortName;
  return key === undefined ? labelOf(component, serviceText) : serviceText(key);
}

/** Labels of the components behind data model paths, for «svar på …»; a path without a component is left out. */
export function labelsOfPaths(form: Form, paths: readonly string[], serviceText: ServiceText): string[] {
  const components = form.pages.flatMap((page) => page.components);
  return paths.flatMap((path) => {
    const component = components.find((each) => pathOf(each) === path);
    return component ? [errorLabelOf(component, serviceText)] : [];
  });
}
