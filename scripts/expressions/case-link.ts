import { ExpressionError } from '@/lib/expressions/expression-error.ts';
import type { ExpressionContext } from '@/lib/expressions/function.ts';
import type { PlacedComponent } from './case-layout.ts';
import type { CaseWorld } from './published-case.ts';

/** Links as Altinn's own pages have them: the addresses and the markup are the app's, not the language's. */
export function caseLink(
  world: CaseWorld,
  placed: ReadonlyMap<string, PlacedComponent>,
): NonNullable<ExpressionContext['link']> {
  return (text, target, back) => {
    const isPage = 'page' in target;
    const page = isPage ? target.page : placed.get(target.component)?.page;
    if (page === undefined)
      throw new ExpressionError('lookup', 'Unable to find component with identifier to link to');
    const task = world.process?.currentTask?.elementId;
    const start =
      world.stateless || !world.instance?.id ? '' : `/instance/${world.instance.id}/${task ?? ''}`;
    const current = world.context?.currentLayout ?? 'FormLayout';
    const query = new URLSearchParams(isPage ? {} : { focusComponentId: target.component });
    if (back && current !== page) query.append('backToPage', current);
    const address = `${start}/${page}${query.size > 0 ? `?${query}` : ''}`;
    const kind = isPage ? 'LinkToPotentialPage' : 'LinkToPotentialNode';
    return `<a href="${address}" data-link-type="${kind}">${text}</a>`;
  };
}
