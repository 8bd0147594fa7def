import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Column {
  header: ReactNode;
  /** `end` for numbers and amounts. */
  align?: 'start' | 'end';
}

export interface TableProps {
  /** Also the name of the frame. No hook makes an id for it: documents of route handlers are drawn without them. */
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column[];
  /** Cells by row; the first cell is the row's header. */
  rows: readonly (readonly ReactNode[])[];
  /** Rows at the foot, such as totals. */
  footRows?: readonly (readonly ReactNode[])[];
  /** On a narrow screen: each row by itself, with the headers (texts) beside its cells, instead of scrolling sideways. */
  stacks?: boolean;
}

/** A table of data; on a narrow screen it scrolls sideways inside its own frame, which the keyboard can reach. */
export function Table({ caption, hideCaption, columns, rows, footRows, stacks }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className="kv-table-frame" aria-label={caption} tabIndex={0}>
      <table className="ds-table" data-color="neutral" data-stacks={stacks}>
        <caption className={hideCaption ? 'ds-sr-only' : undefined} data-size="xs">
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
              <th key={index} scope="col" className={alignClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((cells, index) => row(cells, columns, index))}</tbody>
        {footRows ? <tfoot>{footRows.map((cells, index) => row(cells, columns, index))}</tfoot> : null}
      </table>
    </section>
  );
}

function row(cells: readonly ReactNode[], columns: readonly Column[], key: number) {
  return (
    <tr key={key}>
      {cells.map((cell, index) => {
        const Cell = index === 0 ? 'th' : 'td';
        return (
          <Cell
            // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
            key={index}
            scope={index === 0 ? 'row' : undefined}
            className={classNames(alignClass(columns[index]))}
            data-header={headerText(columns[index])}
          >
            {cell}
          </Cell>
        );
      })}
    </tr>
  );
}

function headerText(column: Column | undefined): string | undefined {
  return typeof column?.header === 'string' ? column.header : undefined;
}

function alignClass(column: Column | undefined): string | undefined {
  return column?.align === 'end' ? 'kv-align-end' : undefined;
}
