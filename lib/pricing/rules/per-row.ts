import { add } from '@/lib/core/decimal.ts';
import type { PriceRule } from '../rule.ts';
import { ruleExpressionProblems } from '../rule-expression-problems.ts';
import { answerRules } from './answer-rules.ts';
import { defineRule, type LineDraft, type RuleRow, type RuleType } from './define-rule.ts';
import { isObject, oneOf, optional, type Param, path, readAll, textKey } from './params.ts';

/** What one row costs: a rule without id, text and VAT of its own. */
interface EachRow {
  rule: PriceRule;
  type: RuleType;
}

/** More rows than a person fills in, few enough to be priced while somebody waits. */
const maxRows = 1_000;
/** An order that a payer and a payment provider can still read. */
const maxLines = 200;

const eachRow: Param<EachRow> = {
  read(value) {
    if (!isObject(value)) return { problem: 'wants the price of one row: an object with a type' };
    const type = typeof value.type === 'string' ? answerRules.find(value.type) : undefined;
    if (!type) return { problem: `type: wants one of ${answerRules.ids().join(', ')}` };
    const stray = ['id', 'text', 'vat', 'validFrom', 'validTo'].find((key) => Object.hasOwn(value, key));
    if (stray !== undefined) return { problem: `${stray}: belongs to the rule itself, not to a row` };
    const rule: PriceRule = { ...value, type: type.id, id: 'each', text: 'each', vat: 'outside' };
    const [problem] = [
      ...(rule.condition === undefined ? [] : ruleExpressionProblems(rule.condition)),
      ...type.problems(rule),
      ...(type.references(rule).length > 0 ? ['of: a row knows no other lines'] : []),
    ];
    return problem === undefined ? { value: { rule, type } } : { problem };
  },
  amounts: (value) => {
    const type = isObject(value) && typeof value.type === 'string' ? answerRules.find(value.type) : undefined;
    return type ? type.amounts(value as PriceRule) : [];
  },
  textKeys: ({ rule, type }) => type.textKeys(rule),
  paths: ({ rule, type }) => type.paths(rule),
};

/** One text key, or one for each level of groups, outermost first: «Dag 2, rom 1». */
const rowTexts: Param<string[]> = {
  read(value, date) {
    const keys = Array.isArray(value) ? value : [value];
    if (keys.length === 0) return { problem: 'wants a text key, or one for each level of groups' };
    const read = readAll(
      [...keys.entries()].map(([level, key]) => [String(level + 1), key]),
      textKey,
      date,
    );
    return 'value' in read ? { value: read.value.map(([, key]) => key) } : read;
  },
  textKeys: (keys) => keys,
};

/**
 * Prices each row of a repeating group by one rule; paths into the group mean the row at hand. `each` gives lines of their
 * own to the rows, `sum` one line. No rows, no price; too many rows are refused before anything is computed.
 */
export const perRow = defineRule({
  id: 'perRow',
  params: { rows: path, each: eachRow, lines: oneOf('each', 'sum'), rowText: optional(rowTexts) },
  groups: ({ rows, lines }) => [{ path: rows, max: mostRows(lines) }],
  compute({ rows: group, each, lines, rowText }, context) {
    const rows = context.rows(group, mostRows(lines));
    const priced = rows.map((row) => ({ row, drafts: draftsOf(row, each) }));
    if (lines === 'sum') return sumOf(priced.filter(({ drafts }) => drafts.length > 0));
    return priced.flatMap(({ row, drafts }) =>
      drafts.map((draft) => ({
        ...draft,
        suffix: draft.suffix === undefined ? row.number : `${row.number}.${draft.suffix}`,
        explanation: {
          ...draft.explanation,
          values: { ...draft.explanation.values, row: row.number, ...rowNames(rowText ?? []) },
        },
      })),
    );
  },
});

/** The innermost is `rowText`, those around it `row1Text`, `row2Text`… */
function rowNames(keys: readonly string[]): Record<string, string> {
  const innermost = keys.length - 1;
  return Object.fromEntries(
    keys.map((key, level) => [level === innermost ? 'rowText' : `row${level + 1}Text`, key]),
  );
}

function mostRows(lines: 'each' | 'sum'): number {
  return lines === 'each' ? maxLines : maxRows;
}

function draftsOf(row: RuleRow, { rule, type }: EachRow): LineDraft[] {
  return row.applies(rule.condition) ? type.compute(rule, row.context) : [];
}

function sumOf(priced: { drafts: LineDraft[] }[]): LineDraft[] {
  const drafts = priced.flatMap((row) => row.drafts);
  if (drafts.length === 0) return [];
  const amountMinor = drafts.reduce((sum, draft) => add(sum, draft.amountMinor), '0');
  const [latest] = drafts
    .flatMap(({ explanation }) => explanation.values.rateFrom ?? [])
    .sort()
    .reverse();
  return [
    {
      quantity: '1',
      unitMinor: amountMinor,
      amountMinor,
      explanation: {
        key: 'pricing.explainRows',
        values: { rows: String(priced.length), ...(latest && { rateFrom: latest }) },
      },
    },
  ];
}
