import { type ColumnMapping, type ColumnName, columnNames } from '../report/column-mapping.ts';
import type { SettlementLine } from '../report/settlement-line.ts';

/** A report as a provider with this mapping would write it: the reader's opposite. */
export function writeReport(
  mapping: ColumnMapping,
  report: string,
  lines: readonly SettlementLine[],
): string {
  const names = columnNames.filter((name) => mapping.headers[name] !== undefined);
  const row = (cells: readonly string[]) =>
    cells.map((cell) => quoted(cell, mapping.separator)).join(mapping.separator);
  const head = row(names.map((name) => mapping.headers[name] ?? ''));
  const body = lines.map((line) => row(names.map((name) => cellOf(mapping, report, line, name))));
  return `${[head, ...body].join('\r\n')}\r\n`;
}

function cellOf(mapping: ColumnMapping, report: string, line: SettlementLine, name: ColumnName): string {
  const { refundSign, feeSign } = mapping.amounts;
  switch (name) {
    case 'report':
      return report;
    case 'type':
      return mapping.types[line.type][0] ?? '';
    case 'amount':
      if (line.type === 'fee')
        return amount(mapping, feeSign === 'negative' ? -line.amountMinor : line.amountMinor);
      return amount(
        mapping,
        refundSign === 'negative' && (line.type === 'refund' || line.type === 'chargeback')
          ? -line.amountMinor
          : line.amountMinor,
      );
    case 'fee':
      return line.feeMinor === null
        ? ''
        : amount(mapping, feeSign === 'negative' ? -line.feeMinor : line.feeMinor);
    case 'settledOn':
      return day(mapping, line.settledOn);
    case 'happenedOn':
      return line.happenedOn === null ? '' : day(mapping, line.happenedOn);
    default:
      return line[name] ?? '';
  }
}

function amount({ amounts: { unit, decimalSign } }: ColumnMapping, value: number): string {
  if (unit === 'minor') return String(value);
  const digits = String(Math.abs(value)).padStart(3, '0');
  const sign = value < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -2)}${decimalSign === 'comma' ? ',' : '.'}${digits.slice(-2)}`;
}

function day({ dates }: ColumnMapping, date: string): string {
  const [y, m, d] = date.split('-');
  return dates === 'instant'
    ? `${date}T11:00:00Z`
    : dates
        .replace('YYYY', y ?? '')
        .replace('MM', m ?? '')
        .replace('DD', d ?? '');
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
