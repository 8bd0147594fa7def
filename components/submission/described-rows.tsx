import { blocksOf, type DescribedRow } from '@/lib/forms/describe.ts';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { Heading, type HeadingProps } from '../ui/heading.tsx';

/** Answers in words; those of a repeating group's rows under the row's own heading. */
export function DescribedRows({
  rows,
  level,
  draw,
}: {
  rows: readonly DescribedRow[];
  level: HeadingProps['level'];
  draw(row: DescribedRow): DescriptionRow;
}) {
  return blocksOf(rows).map(({ heading, rows: block }) => (
    <div key={block[0]?.componentId} className="kv-stack" data-gap="xs">
      {heading ? <Heading level={level}>{heading}</Heading> : null}
      <DescriptionList rows={block.map(draw)} />
    </div>
  ));
}
