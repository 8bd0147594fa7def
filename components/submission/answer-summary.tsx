import type { ServiceText } from '@/lib/core/wording.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import type { DescribedPage } from '@/lib/forms/describe.ts';
import { Heading } from '../ui/heading.tsx';
import { DescribedRows } from './described-rows.tsx';

/** What is answered so far, as saved: a page's, a component's or all. */
export function AnswerSummary({
  component,
  pages,
  text,
}: {
  component: FormComponent;
  pages: readonly DescribedPage[];
  text: ServiceText;
}) {
  const title = component.textResourceBindings?.title;
  const several = pages.length > 1;
  return (
    <section id={component.id} className="kv-stack" data-gap="sm">
      {title === undefined ? null : <Heading level={2}>{text(title)}</Heading>}
      {pages.map((page) => (
        <div key={page.pageId} className="kv-stack" data-gap="sm">
          {several ? <Heading level={3}>{page.title}</Heading> : null}
          <DescribedRows
            rows={page.rows}
            level={several ? 4 : 3}
            draw={(row) => ({
              key: row.componentId,
              term: row.label,
              detail: <span className={row.answered ? undefined : 'kv-muted'}>{row.value}</span>,
            })}
          />
        </div>
      ))}
    </section>
  );
}
