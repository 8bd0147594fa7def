import type { Answer } from '@/lib/core/answers.ts';
import type { Explanation } from '@/lib/core/order.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { cannotCompute } from '../price-problem.ts';
import type { PriceRule } from '../rule.ts';
import { type AmountPlace, amountsWithin, type Param, type Quantity } from './params.ts';

/** A line before VAT and rounding; amounts on the basis that the pricing states (with or without VAT). */
export interface LineDraft {
  /** Tells several lines of one rule apart: the line's id becomes `rule.suffix`. */
  suffix?: string;
  /** Decimal string. */
  quantity: string;
  /** Decimal strings of minor units; negative for a deduction. */
  unitMinor: string;
  amountMinor: string;
  explanation: Explanation;
}

/** What a rule may ask while it computes; each throws a PriceProblem when there is no usable answer. */
export interface RuleContext {
  /** The day whose tariff counts, `YYYY-MM-DD`. */
  readonly date: string;
  /** A decimal string, 0 or more; a path to several choices or rows counts them. */
  quantity(quantity: Quantity): string;
  /** A given answer, never empty. */
  answer(path: string): Exclude<Answer, null>;
  /** Of earlier rules: whether any of them applies, and the sum of their lines on the pricing's basis. */
  linesOf(ruleIds: readonly string[]): { applied: boolean; amountMinor: number };
  /** The rows of a repeating group. @throws when there are more than `max`. */
  rows(path: string, max: number): RuleRow[];
}

/** One row of a repeating group: paths into the group mean this row. */
export interface RuleRow {
  /** Which row, counted from 1; `2.1` for the first row of a group within the second. */
  readonly number: string;
  applies(condition: Expression | undefined): boolean;
  readonly context: RuleContext;
}

/** Least amounts of earlier rules, for «from …»: `applied` when at least one of them is sure to be there. */
export type LeastOf = RuleContext['linesOf'];

/** A kind of price rule: one file, one registry line. */
export interface RuleType {
  readonly id: string;
  /** Whether it lifts the rules it refers to, or deducts from them: rules that build on these must then know of it. */
  readonly adjusts: 'up' | 'down' | undefined;
  /** When the rules it refers to must have its VAT code: `added` is for amounts without VAT only. */
  readonly sameVat: 'always' | 'added' | 'never';
  /** Whether this rule says that its deduction may be greater than what it is deducted from. */
  belowZero(rule: PriceRule): boolean;
  /** What is wrong with a rule's own parameters, as `parameter: problem`; empty when it can be computed. */
  problems(rule: PriceRule): string[];
  /** Where in the rule its amounts stand. */
  amounts(rule: PriceRule): AmountPlace[];
  /** Keys of the service's texts that the parameters name. */
  textKeys(rule: PriceRule): string[];
  /** Data model paths that the parameters name, conditions and expressions apart. */
  paths(rule: PriceRule): string[];
  /** Repeating groups whose rows it prices, and how many rows it can take. */
  groups(rule: PriceRule): { path: string; max: number }[];
  /** Ids of earlier rules that this one builds on. */
  references(rule: PriceRule): readonly string[];
  /** The least it can come to on a day whatever the answers are, in minor units on the pricing's basis; for «from 1 900 kr» in the catalogue. */
  leastMinor(rule: PriceRule, leastOf: LeastOf, date: string): number;
  compute(rule: PriceRule, context: RuleContext): LineDraft[];
  /** Keys of explanations that it puts together; those written whole in it are not named. */
  readonly explanations: readonly string[];
}

type Params = Record<string, Param<unknown>>;
type Values<P> = { [key in keyof P]: P[key] extends Param<infer T> ? T : never };
interface Read<P> {
  values: Values<P>;
  problems: string[];
  /** A dated parameter has no value yet: `amountMinor`, from a day. */
  early?: string;
}

const common = new Set(['id', 'type', 'text', 'condition', 'vat', 'validFrom', 'validTo']);
/** After every dated amount: for what does not depend on the day. */
const someDay = '2999-12-31';
/** Before every dated amount but one that counts from the beginning. */
const beforeAll = '1800-01-01';

/** Makes a rule type of its parameters and a pure function of their values. */
export function defineRule<P extends Params>(rule: {
  id: string;
  params: P;
  adjusts?: 'up' | 'down';
  sameVat?: RuleType['sameVat'];
  belowZero?: (values: Values<P>) => boolean;
  /** What the parameters must be together. */
  check?: (values: Values<P>) => string[];
  groups?: (values: Values<P>) => { path: string; max: number }[];
  references?: (values: Values<P>) => readonly string[];
  /** Absent: it can come to nothing. */
  leastMinor?: (values: Values<P>, leastOf: LeastOf, date: string) => number;
  compute: (values: Values<P>, context: RuleContext) => LineDraft[];
  explanations?: readonly string[];
}): RuleType {
  const params: Params = rule.params;
  const entries = Object.entries(params);
  const read = readOnce<P>((given, date) => readParams(params, given, date, rule.check));
  const usable = (given: PriceRule, date: string): Values<P> => {
    const { values, problems, early } = read(given, date);
    if (problems.length > 0) throw cannotCompute(problems.join('; '));
    if (early !== undefined) throw cannotCompute(early);
    return values;
  };
  const known = <T>(given: PriceRule, of: (values: Values<P>) => T): T | undefined => {
    const { values, problems } = read(given, someDay);
    return problems.length > 0 ? undefined : of(values);
  };
  const named = (given: PriceRule, what: 'textKeys' | 'paths') => {
    const values = read(given, someDay).values as Record<string, unknown>;
    return Object.keys(values).flatMap((name) => params[name]?.[what]?.(values[name]) ?? []);
  };
  return {
    id: rule.id,
    adjusts: rule.adjusts,
    sameVat: rule.sameVat ?? 'never',
    belowZero: (given) => known(given, (values) => rule.belowZero?.(values)) ?? false,
    problems(given) {
      const days = entries.flatMap(([name, { changes }]) => changes?.(given[name]) ?? []);
      return [...new Set([beforeAll, ...days, someDay].flatMap((date) => read(given, date).problems))];
    },
    amounts: (given) => entries.flatMap(([name, param]) => amountsWithin([[name, given[name]]], param)),
    textKeys: (given) => named(given, 'textKeys'),
    paths: (given) => named(given, 'paths'),
    groups: (given) => known(given, (values) => rule.groups?.(values)) ?? [],
    references: (given) => known(given, (values) => rule.references?.(values)) ?? [],
    leastMinor: (given, leastOf, date) => rule.leastMinor?.(usable(given, date), leastOf, date) ?? 0,
    compute: (given, context) => rule.compute(usable(given, context.date), context),
    explanations: rule.explanations ?? [],
  };
}

function readParams<P extends Params>(
  params: Params,
  given: PriceRule,
  date: string,
  check: ((values: Values<P>) => string[]) | undefined,
): Read<P> {
  const values: Record<string, unknown> = {};
  const problems = Object.keys(given)
    .filter((key) => !common.has(key) && !Object.hasOwn(params, key))
    .map((key) => `${key}: unknown`);
  let early: string | undefined;
  for (const [name, param] of Object.entries(params)) {
    const result = param.read(given[name], date);
    if ('problem' in result) problems.push(`${name}: ${result.problem}`);
    else if ('notBefore' in result)
      early ??= `${name}: no amount before ${result.notBefore}, and it is ${date}`;
    else values[name] = result.value;
  }
  const known = values as Values<P>;
  if (problems.length > 0 || early !== undefined) return { values: known, problems, early };
  return { values: known, problems: check?.(known) ?? [] };
}

/** A rule is read once per day: every row of a repeating group asks again, and tables are long. */
function readOnce<P>(read: (given: PriceRule, date: string) => Read<P>) {
  const known = new WeakMap<PriceRule, { date: string; read: Read<P> }>();
  return (given: PriceRule, date: string): Read<P> => {
    const before = known.get(given);
    if (before?.date === date) return before.read;
    const now = read(given, date);
    known.set(given, { date, read: now });
    return now;
  };
}
