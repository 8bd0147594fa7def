import { type ColumnMapping, type ColumnName, columnNames, foldWord, typesByWord } from './column-mapping.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';
import type { LineProblem, LineProblemCode, LineType, SettlementLine } from './settlement-line.ts';

/** A reference as providers give it back: no control characters, no spaces at its ends, bounded. */
const reference = /^[\x21-\x7e](?:[\x20-\x7e]{0,98}[\x21-\x7e])?$/;

export type ReadLine = { line: SettlementLine; report: string | null } | { problems: LineProblem[] };

/**
 * Binds a mapping to the header line of a file.
 * @returns a reader of the lines after it, or what the header lacks. Columns that nothing is mapped to are passed over.
 */
export function newLineReader(
  mapping: ColumnMapping,
  header: readonly string[],
): { read(lineNumber: number, cells: readonly string[]): ReadLine } | { problems: LineProblem[] } {
  const places = new Map<ColumnName, number>();
  const problems: LineProblem[] = [];
  for (const name of columnNames) {
    const wanted = mapping.headers[name];
    if (wanted === undefined) continue;
    const found = header.indexOf(wanted);
    if (found < 0) problems.push({ line: 1, code: 'header_missing', column: wanted });
    else if (header.lastIndexOf(wanted) !== found)
      problems.push({ line: 1, code: 'header_twice', column: wanted });
    places.set(name, found);
  }
  if (problems.length > 0) return { problems };
  const types = typesByWord(mapping);
  return {
    read(lineNumber, cells) {
      if (cells.length !== header.length) return { problems: [{ line: lineNumber, code: 'columns' }] };
      const cell = (name: ColumnName) => {
        const place = places.get(name);
        return place === undefined ? '' : (cells[place] ?? '');
      };
      return readCells(mapping, types, lineNumber, cell);
    },
  };
}

function readCells(
  mapping: ColumnMapping,
  types: ReadonlyMap<string, LineType>,
  lineNumber: number,
  cell: (name: ColumnName) => string,
): ReadLine {
  const problems: LineProblem[] = [];
  const wrong = (code: LineProblemCode, name: ColumnName) => {
    const column = mapping.headers[name];
    problems.push({ line: lineNumber, code, ...(column && { column }) });
  };
  const named = (name: ColumnName) => {
    const text = cell(name);
    if (text !== '' && !reference.test(text)) wrong('reference', name);
    return text === '' ? null : text;
  };
  const day = (name: 'settledOn' | 'happenedOn') => {
    const date = readDate(cell(name), mapping.dates);
    if (date === undefined) wrong('date', name);
    return date ?? '';
  };
  const type = types.get(foldWord(cell('type')));
  if (!type) wrong('type', 'type');
  const amountMinor = readMovement(mapping, type ?? 'ignored', cell('amount'));
  if (typeof amountMinor === 'string') wrong(amountMinor, 'amount');
  const feeMinor = cell('fee') === '' ? null : readFee(mapping, cell('fee'));
  if (feeMinor === undefined) wrong('fee', 'fee');
  const currency = mapping.currency ?? cell('currency');
  if (!/^[A-Z]{3}$/.test(currency)) wrong('currency', 'currency');
  const report = cell('report');
  if (mapping.headers.report && !reference.test(report)) wrong('report', 'report');
  const line: SettlementLine = {
    lineNumber,
    type: type ?? 'ignored',
    reference: named('reference'),
    paymentId: named('paymentId'),
    transactionId: named('transactionId'),
    amountMinor: typeof amountMinor === 'string' ? 0 : amountMinor,
    feeMinor: feeMinor ?? null,
    currency,
    settledOn: day('settledOn'),
    happenedOn: cell('happenedOn') === '' ? null : day('happenedOn'),
  };
  // A movement of money that nobody is named for could never be looked into.
  if (isMovement(line.type) && line.reference === null && line.paymentId === null)
    wrong('reference', mapping.headers.reference ? 'reference' : 'paymentId');
  return problems.length > 0 ? { problems } : { line, report: report === '' ? null : report };
}

/** The size of a movement, without the sign that the file gives its kind; or what is wrong with it. */
function readMovement(mapping: ColumnMapping, type: LineType, text: string): number | 'amount' | 'sign' {
  const amount = readAmount(text, mapping.amounts);
  if (amount === undefined) return 'amount';
  if (type === 'ignored') return amount;
  if (type === 'fee') return signed(amount, mapping.amounts.feeSign);
  const size = type === 'payment' ? amount : signed(amount, mapping.amounts.refundSign);
  return size > 0 ? size : 'sign';
}

function readFee(mapping: ColumnMapping, text: string): number | undefined {
  const fee = readAmount(text, mapping.amounts);
  return fee === undefined ? undefined : signed(fee, mapping.amounts.feeSign);
}

function signed(amount: number, sign: 'negative' | 'positive'): number {
  return sign === 'negative' && amount !== 0 ? -amount : amount;
}

function isMovement(type: LineType): boolean {
  return type === 'payment' || type === 'refund' || type === 'chargeback';
}
