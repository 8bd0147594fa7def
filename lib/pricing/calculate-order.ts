import type { Answers } from '@/lib/core/answers.ts';
import { sumMinor } from '@/lib/core/money.ts';
import type { Order, OrderLine } from '@/lib/core/order.ts';
import { cannotCompute, missingAnswer, PriceProblem, type PriceProblemReason } from './price-problem.ts';
import type { PriceRule, Pricing } from './rule.ts';
import { answersForRules, applies } from './rule-context.ts';
import type { LineDraft, RuleContext } from './rules/define-rule.ts';
import { priceRules } from './rules/registry.ts';
import { quantityAndUnit, splitVat } from './vat.ts';

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
      /** For the owner and the log: no answers in it but numbers and option values. */
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
  const computed: Computed = new Map();
  const unanswered = new Set<string>();
  for (const rule of pricing.rules)
    computed.set(
      rule.id,
      attempt(() => linesOf(rule, pricing, answers, computed, unanswered)),
    );
  return (
    failure(computed) ??
    attempted(() => ({ ok: true, order: newOrder(pricing, computed, date), unanswered: [...unanswered] }))
  );
}

function linesOf(
  rule: PriceRule,
  pricing: Pricing,
  answers: Answers,
  computed: Computed,
  unanswered: Set<string>,
): OrderLine[] | undefined {
  if (!applies(rule.condition, answers, unanswered)) return undefined;
  const context: RuleContext = {
    ...answersForRules(answers),
    linesOf: (ids) => sumOf(ids, pricing, computed),
  };
  const type = priceRules.find(rule.type);
  if (!type) throw cannotCompute(`Unknown price rule type "${rule.type}"`);
  return type
    .compute(rule, context)
    .map((draft) => newLine(draft, rule, pricing))
    .filter((line) => line.grossMinor !== 0);
}

function newLine(draft: LineDraft, rule: PriceRule, pricing: Pricing): OrderLine {
  const { netMinor, vatMinor, grossMinor } = splitVat(draft.amountMinor, rule.vat, pricing.includesVat);
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
      values: { ...draft.explanation.values, currency: pricing.currency },
    },
  };
}

function sumOf(
  ids: readonly string[],
  pricing: Pricing,
  computed: Computed,
): { applied: boolean; amountMinor: number } {
  const groups = ids.map((id) => computed.get(id));
  const paths = groups.flatMap((group) => (group instanceof PriceProblem ? [...group.paths] : []));
  if (paths.length > 0) throw missingAnswer(paths);
  const lines = groups.flatMap((group) => (Array.isArray(group) ? group : []));
  return {
    applied: groups.some((group) => Array.isArray(group)),
    amountMinor: sumMinor(lines.map((line) => (pricing.includesVat ? line.grossMinor : line.netMinor))),
  };
}

function newOrder(pricing: Pricing, computed: Computed, date: string): Order {
  const lines = [...computed.values()].flatMap((group) => (Array.isArray(group) ? group : []));
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
    return cannotCompute(error instanceof Error ? error.message : 'Unknown failure');
  }
}
