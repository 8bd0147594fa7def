import type { Answer } from '@/lib/core/answers.ts';
import { compare, isDecimal } from '@/lib/core/decimal.ts';
import type { Explanation } from '@/lib/core/order.ts';
import { at, cannotCompute, missingAnswer } from '../price-problem.ts';
import { defineRule, type RuleContext } from './define-rule.ts';
import { onePathOrTwo, optional, recordOf, textKey } from './params.ts';
import { amountMinor, type Rate, rateFrom } from './rate.ts';
import { type Cell, type TableRow, tableRows } from './table-rows.ts';

/**
 * A price looked up in a table by one or two answers: «type and area». The first row that fits counts; a cell is an
 * option's value or `{ upTo }` for a number. What no row fits costs `otherwise`, or is an error of the tariff, never free.
 */
export const table = defineRule({
  id: 'table',
  params: {
    keys: onePathOrTwo,
    rows: tableRows,
    otherwise: optional(amountMinor),
    labels: optional(recordOf(textKey)),
  },
  check: ({ keys, rows }) =>
    rows.every(({ is }) => is.length === keys.length)
      ? []
      : [
          `rows: wants ${keys.length === 1 ? 'one cell' : 'two cells'} in "is" of every row, as there are keys`,
        ],
  leastMinor: ({ rows, otherwise }) =>
    Math.min(
      ...[...rows.map(({ price }) => price), ...(otherwise ? [otherwise] : [])].map((each) =>
        Number(each.value),
      ),
    ),
  compute({ keys, rows, otherwise, labels }, context) {
    const given = keys.map((path) => readKey(path, context));
    const row = rows.find(({ is }) => is.every((cell, index) => fits(cell, given[index] ?? '')));
    if (!row) numbersWanted(rows, keys, given);
    const price = row?.price ?? otherwise;
    if (price === undefined) throw cannotCompute(`No row of the table fits the answers${at(keys)}`);
    return [
      {
        quantity: '1',
        unitMinor: price.value,
        amountMinor: price.value,
        explanation: explain(row, given, price, labels ?? {}),
      },
    ];
  },
  explanations: ['Text', 'Number'].flatMap((first) =>
    ['', 'Text', 'Number'].map((second) => `pricing.explainTable${first}${second}`),
  ),
});

function readKey(path: string, context: RuleContext): string {
  const answer: Answer = context.answer(path);
  if (typeof answer === 'string' || typeof answer === 'boolean') return String(answer);
  throw cannotCompute(`The table wants one answer at ${path}`);
}

function fits(cell: Cell, given: string): boolean {
  if (typeof cell === 'string') return cell === given;
  return isDecimal(given) && compare(given, '0') >= 0 && compare(given, cell.upTo) <= 0;
}

/** Words where every row asks for a number are no answer: neither `otherwise` nor an error of the tariff. */
function numbersWanted(rows: TableRow[], keys: string[], given: string[]): void {
  const wordy = keys.filter(
    (_, index) => rows.every(({ is }) => typeof is[index] !== 'string') && !isDecimal(given[index] ?? ''),
  );
  if (wordy.length > 0) throw missingAnswer(wordy, wordy);
}

/** Says which cells were met, where every one has words: a label of the service's, or a number. */
function explain(
  row: TableRow | undefined,
  given: readonly string[],
  price: Rate,
  labels: Record<string, string>,
): Explanation {
  const values = { amountMinor: price.value, ...rateFrom(price) };
  const names = ['first', 'second'];
  const words = given.map((each, index): [string, string] | undefined => {
    const name = names[index] ?? '';
    if (row && typeof row.is[index] !== 'string') return [name, each];
    const label = Object.hasOwn(labels, each) ? labels[each] : undefined;
    return label === undefined ? undefined : [`${name}Text`, label];
  });
  const known = words.filter((each) => each !== undefined);
  if (known.length < given.length) return { key: 'pricing.explainTable', values };
  const kinds = known.map(([name]) => (name.endsWith('Text') ? 'Text' : 'Number')).join('');
  return { key: `pricing.explainTable${kinds}`, values: { ...Object.fromEntries(known), ...values } };
}
