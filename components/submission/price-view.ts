import { formatMoney } from '@/lib/core/money.ts';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import { into, writings } from '@/lib/core/writing.ts';
import type { Form } from '@/lib/forms/component.ts';
import { labelsOfPaths } from '@/lib/forms/labels-of-paths.ts';
import type { PriceResult } from '@/lib/pricing/calculate-order.ts';
import { explainLine } from '@/lib/pricing/explain-line.ts';

/** A price in words, ready to be shown: made on the server, so that the browser needs neither rules nor texts. */
export type PriceView =
  | {
      kind: 'price';
      lines: PriceLine[];
      total: string;
      totalMinor: number /** Of the total; absent when there is none. */;
      vat?: string;
      mayChange: boolean;
    }
  /** Something that the price follows from is not answered yet. */
  | { kind: 'incomplete'; message: string }
  /** No price now; never shown as zero. */
  | { kind: 'failed'; message: string };

export interface PriceLine {
  id: string;
  name: string;
  explained: string;
  amount: string;
}

export function priceView(
  price: PriceResult,
  form: Form,
  wording: Wording,
  serviceText: ServiceText,
): PriceView {
  if (price.ok) {
    const { currency, lines, totalMinor, vatMinor } = price.order;
    const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, wording.language);
    return {
      kind: 'price',
      total: money(totalMinor),
      totalMinor,
      vat: vatMinor ? money(vatMinor) : undefined,
      mayChange: price.unanswered.length > 0,
      lines: lines.map((line) => ({
        id: line.id,
        name: serviceText(line.textKey),
        explained: explainLine(line, wording, serviceText),
        amount: money(line.grossMinor),
      })),
    };
  }
  const labels = labelsOfPaths(form, price.paths, serviceText);
  if (price.reason === 'missing_answer' && labels.length) {
    const { tag, quoted } = writings[wording.language];
    const list = new Intl.ListFormat(tag).format(labels.map((label) => into(quoted, label)));
    return { kind: 'incomplete', message: wording.dynamic('pricing.incomplete', { labels: list }) };
  }
  return { kind: 'failed', message: wording.dynamic('pricing.cannotCompute') };
}
