import type { Answers } from '@/lib/core/answers.ts';
import { sumMinor } from '@/lib/core/money.ts';
import type { Order, OrderLine } from '@/lib/core/order.ts';
import { isRoundedToWhole, lineAmounts } from './line-amounts.ts';
import { cannotCompute, missingAnswer, PriceProblem, type PriceProblemReason } from './price-problem.ts';
import type { PriceRule, Pricing } from './rule.ts';
import { applies, newRuleContext } from './rule-context.ts';
import type { LineDraft, RuleType } from './rules/define-rule.ts';
import { priceRules } from './rules/registry.ts';
import { isValidOn } from './validity.ts';
import { quantityAndUnit } from './vat.ts';

export type PriceResult =
  | {
      ok: true;
      order: Order;
      /** Paths that conditions looked at and found empty: the price may still change when they are answered. */
      unanswered: string[];
    }
  | {
      ok: false;
      /** `missing_answer`: the person has not answered yet. `cannot_compute`: the owner must mend the tariff. */
      reason: PriceProblemReason;
      ruleId: string;
      /** For the owner and the log: which path and why, never an answer. */
      detail: string;
      /** Data model paths that wait for an answer. */
      paths: string[];
    };

/** Lines of a rule that applied; undefined for a rule whose condition did not hold. */
type Computed = Map<string, OrderLine[] | PriceProblem | undefined>;

/**
 * The price of a form: a pure function of answers and date, the same for ever. Pass only what is visible (`submittedAnswers`).
 * Never throws for answers, never counts a missing answer as 0; lines without an amount are left out.
 * @param date `YYYY-MM-DD`, Europe/Oslo: the day whose tariff counts.
 */
export function calculateOrder(pricing: Pricing, answers: Answers, { date }: { date: string }): PriceResult {
  const run: Run = { pricing, answers, date, computed: new Map(), unanswered: new Set() };
  for (const rule of pricing.rules)
    run.computed.set(
      rule.id,
      attempt(() => linesOf(rule, run)),
    );
  return (
    failure(run.computed) ??
    attempted(() => ({ ok: true, order: newOrder(run), unanswered: [...run.unanswered] }))
  );
}

interface Run {
  pricing: Pricing;
  answers: Answers;
  date: string;
  computed: Computed;
  unanswered: Set<string>;
}

function linesOf(rule: PriceRule, run: Run): OrderLine[] | undefined {
  const { pricing, answers, date, computed, unanswered } = run;
  if (!isValidOn(rule, date) || !applies(rule.condition, answers, unanswered)) return undefined;
  const type = priceRules.find(rule.type);
  if (!type) throw cannotCompute(`Unknown price rule type "${rule.type}"`);
  const context = newRuleContext(answers, {
    date,
    unanswered,
    linesOf: (ids) => sumOf(ids, pricing, computed),
  });
  return type
    .compute(rule, context)
    .map((draft) => newLine(draft, rule, type, run))
    .filter((line) => line.grossMinor !== 0);
}

function newLine(draft: LineDraft, rule: PriceRule, type: RuleType, { pricing, computed }: Run): OrderLine {
  const group = type.belowZero(rule)
    ? undefined
    : type.references(rule).flatMap((id) => linesThatApply(id, computed));
  const { netMinor, vatMinor, grossMinor } = lineAmounts(draft.amountMinor, rule, pricing, group);
  const { quantity, unitNetMinor } = quantityAndUnit(
    draft.quantity,
    draft.unitMinor,
    netMinor,
    rule.vat,
    pricing.includesVat,
  );
  return {
    id: draft.suffix === undefined ? rule.id : `${rule.id}.${draft.suffix}`,
    textKey: rule.text,
    quantity,
    unitNetMinor,
    netMinor,
    vatCode: rule.vat,
    vatMinor,
    grossMinor,
    explanation: {
      key: draft.explanation.key,
      values: { ...draft.explanation.values, ...around(draft, rule, pricing) },
    },
  };
}

/** What `explainLine` puts around a rule's own words. */
function around(draft: LineDraft, { validFrom }: PriceRule, pricing: Pricing): Record<string, string> {
  const { rateFrom } = draft.explanation.values;
  const [latest] = [rateFrom ?? [], validFrom ?? []].flat().sort().reverse();
  return {
    currency: pricing.currency,
    ...(latest === undefined ? {} : { rateFrom: latest }),
    ...(isRoundedToWhole(draft.amountMinor, pricing) && pricing.rounding
      ? { rounded: pricing.rounding }
      : {}),
  };
}

function linesThatApply(id: string, computed: Computed): OrderLine[] {
  const lines = computed.get(id);
  return Array.isArray(lines) ? lines : [];
}

function sumOf(
  ids: readonly string[],
  pricing: Pricing,
  computed: Computed,
): { applied: boolean; amountMinor: number } {
  const groups = ids.map((id) => computed.get(id));
  const paths = groups.flatMap((group) => (group instanceof PriceProblem ? [...group.paths] : []));
  if (paths.length > 0) throw missingAnswer(paths);
  const lines = ids.flatMap((id) => linesThatApply(id, computed));
  return {
    applied: groups.some((group) => Array.isArray(group)),
    amountMinor: sumMinor(lines.map((line) => (pricing.includesVat ? line.grossMinor : line.netMinor))),
  };
}

function newOrder({ pricing, computed, date }: Run): Order {
  const lines = [...computed.keys()].flatMap((id) => linesThatApply(id, computed));
  const belowZero = pricing.rules.some((rule) => priceRules.find(rule.type)?.belowZero(rule));
  if (!belowZero && sumMinor(lines.map((line) => line.grossMinor)) < 0)
    throw cannotCompute('The deductions come to more than what they are deducted from');
  return {
    currency: pricing.currency,
    lines,
    netMinor: sumMinor(lines.map((line) => line.netMinor)),
    vatMinor: sumMinor(lines.map((line) => line.vatMinor)),
    totalMinor: sumMinor(lines.map((line) => line.grossMinor)),
    date,
  };
}

/** What the owner must mend comes before what the person has left to answer. */
function failure(computed: Computed): PriceResult | undefined {
  const failed = [...computed].flatMap(([ruleId, result]) =>
    result instanceof PriceProblem ? [{ ruleId, problem: result }] : [],
  );
  const first = failed.find(({ problem }) => problem.reason === 'cannot_compute') ?? failed[0];
  if (!first) return undefined;
  const {
    ruleId,
    problem: { reason, message },
  } = first;
  const paths = reason === 'missing_answer' ? failed.flatMap(({ problem }) => problem.paths) : [];
  return { ok: false, reason, ruleId, detail: message, paths: [...new Set(paths)] };
}

function attempted(compute: () => PriceResult): PriceResult {
  const result = attempt(compute);
  return result instanceof PriceProblem
    ? { ok: false, reason: result.reason, ruleId: '', detail: result.message, paths: [] }
    : result;
}

/** A problem as a value. Anything unforeseen, such as an amount beyond the safe integers, is the owner's to mend, never a 0. */
function attempt<T>(compute: () => T): T | PriceProblem {
  try {
    return compute();
  } catch (error) {
    if (error instanceof PriceProblem) return error;
    // Its message may hold a number that was answered.
    return cannotCompute(`Unforeseen: ${error instanceof Error ? error.name : 'unknown failure'}`);
  }
}
