import type { Form, SummaryTarget } from './component.ts';
import { withChildren } from './component-tree.ts';
import type { DescribedPage } from './describe.ts';
import { findComponent } from './label.ts';
import { definedId } from './row-path.ts';

/** Of the described answers those that a `Summary` repeats: of a page, of a component with all that is inside it, or all. */
export function summarized(
  form: Form,
  target: SummaryTarget | undefined,
  pages: readonly DescribedPage[],
): DescribedPage[] {
  switch (target?.type) {
    case undefined:
    case 'layoutSet':
      return [...pages];
    case 'page':
      return pages.filter(({ pageId }) => pageId === target?.id);
    case 'component': {
      const component = findComponent(form, target.id);
      const ids = new Set(component ? withChildren(component).map(({ id }) => id) : []);
      return pages
        .map((page) => ({ ...page, rows: page.rows.filter((row) => ids.has(definedId(row.componentId))) }))
        .filter((page) => page.rows.length > 0);
    }
  }
}
