import type { Answer } from '@/lib/core/answers.ts';
import type { Explanation } from '@/lib/core/order.ts';
import { cannotCompute } from '../price-problem.ts';
import type { PriceRule } from '../rule.ts';
import type { Param, Quantity } from './params.ts';

/** A line before VAT and rounding; amounts on the basis that the pricing states (with or without VAT). */
export interface LineDraft {
  /** Tells several lines of one rule apart: the line's id becomes `rule.suffix`. */
  suffix?: string;
  /** Decimal string. */
  quantity: string;
  /** Decimal strings of minor units. */
  unitMinor: string;
  amountMinor: string;
  explanation: Explanation;
}

/** What a rule may ask while it computes; each throws a PriceProblem when there is no usable answer. */
export interface RuleContext {
  /** A decimal string, 0 or more; a path to several choices counts them. */
  quantity(quantity: Quantity): string;
  /** A given answer, never empty. */
  answer(path: string): Exclude<Answer, null>;
  /** Of earlier rules: whether any of them applies, and the sum of their lines on the pricing's basis. */
  linesOf(ruleIds: readonly string[]): { applied: boolean; amountMinor: number };
}

/** A kind of price rule: one file, one registry line. */
export interface RuleType {
  readonly id: string;
  /** What is wrong with a rule's own parameters, as `parameter: problem`; empty when it can be computed. */
  problems(rule: PriceRule): string[];
  /** Keys of the service's texts that the parameters name. */
  textKeys(rule: PriceRule): string[];
  /** Ids of earlier rules that this one builds on. */
  references(rule: PriceRule): readonly string[];
  /** The least it can come to whatever the answers are, in minor units on the pricing's basis; for «from 1 900 kr» in the catalogue. */
  leastMinor(rule: PriceRule, leastOf: RuleContext['linesOf']): number;
  compute(rule: PriceRule, context: RuleContext): LineDraft[];
}

type Params = Record<string, Param<unknown>>;
type Values<P> = { [key in keyof P]: P[key] extends Param<infer T> ? T : never };

const common = new Set(['id', 'type', 'text', 'condition', 'vat']);

/** Makes a rule type of its parameters and a pure function of their values. */
export function defineRule<P extends Params>(rule: {
  id: string;
  params: P;
  /** What the parameters must be together. */
  check?: (values: Values<P>) => string[];
  references?: (values: Values<P>) => readonly string[];
  /** Absent: it can come to nothing. */
  leastMinor?: (values: Values<P>, leastOf: RuleContext['linesOf']) => number;
  compute: (values: Values<P>, context: RuleContext) => LineDraft[];
}): RuleType {
  const params: Params = rule.params;
  const read = (given: PriceRule): { values: Values<P>; problems: string[] } => {
    const values: Record<string, unknown> = {};
    const problems = Object.keys(given)
      .filter((key) => !common.has(key) && !Object.hasOwn(params, key))
      .map((key) => `${key}: unknown`);
    for (const [name, { read: readParam }] of Object.entries(params)) {
      const result = readParam(given[name]);
      if ('problem' in result) problems.push(`${name}: ${result.problem}`);
      else values[name] = result.value;
    }
    const known = values as Values<P>;
    return { values: known, problems: problems.length > 0 ? problems : (rule.check?.(known) ?? []) };
  };
  return {
    id: rule.id,
    problems: (given) => read(given).problems,
    textKeys: (given) => {
      const values = read(given).values as Record<string, unknown>;
      return Object.keys(values).flatMap((name) => params[name]?.textKeys?.(values[name]) ?? []);
    },
    references: (given) => rule.references?.(read(given).values) ?? [],
    leastMinor: (given, leastOf) => rule.leastMinor?.(read(given).values, leastOf) ?? 0,
    compute(given, context) {
      const { values, problems } = read(given);
      if (problems.length > 0) throw cannotCompute(problems.join('; '));
      return rule.compute(values, context);
    },
  };
}
