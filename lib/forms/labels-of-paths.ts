import type { ServiceText } from '@/lib/core/wording.ts';
import type { Form } from './component.ts';
import { pathOf } from './component-path.ts';
import { everyComponent } from './component-tree.ts';
import { errorLabelOf } from './label.ts';
import { withoutIndexes } from './row-path.ts';

/** Labels of the components behind data model paths, for «svar på …»; a path without a component is left out. */
export function labelsOfPaths(form: Form, paths: readonly string[], serviceText: ServiceText): string[] {
  const components = everyComponent(form);
  const labels = paths.flatMap((path) => {
    const component = components.find((each) => pathOf(each) === withoutIndexes(path));
    return component ? [errorLabelOf(component, serviceText)] : [];
  });
  return [...new Set(labels)];
}
