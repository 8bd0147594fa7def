import { type Html, html, page, raw } from '../html.ts';
import type { OrderRecord } from './model.ts';
import { checkoutPath } from './operations.ts';
import { formatAmount, type Language } from './texts.ts';

/** What every page about a payment order knows. */
export interface Visit {
  order: OrderRecord;
  language: Language;
  merchantName: string;
  /** Absolute address below the party. */
  url(path: string): string;
}

/** Everything this party shows to a payer has this frame. */
export function payexPage(title: string, language: Language, body: Html): string {
  return page(title, body, { language: language.code, party: 'PayEx (Swedbank Pay)', head: style });
}

/** Address of a page of this payment order: `at(visit, '/card')`. */
export function at(
  { order, url }: Pick<Visit, 'order' | 'url'>,
  path = '',
  query: Record<string, string> = {},
) {
  const text = new URLSearchParams(query).toString();
  return url(`${checkoutPath(order)}${path}${text === '' ? '' : `?${text}`}`);
}

export function sumOf({ order, language }: Pick<Visit, 'order' | 'language'>): string {
  return formatAmount(order.request.amount, order.request.currency, language.code);
}

/** What is paid for, on top of every page. */
export function renderOrder(visit: Visit): Html {
  const { texts } = visit.language;
  const { description, payeeInfo, orderItems = [] } = visit.order.request;
  return html`<section class="card">
    <p>${texts.what}: <strong>${description}</strong></p>
    ${
      orderItems.length > 0 &&
      html`<ul>${orderItems.map(
        ({ name, amount }) =>
          html`<li>${name}: ${formatAmount(amount, visit.order.request.currency, visit.language.code)}</li>`,
      )}</ul>`
    }
    <p>${texts.amount}: <strong>${sumOf(visit)}</strong></p>
    ${payeeInfo.orderReference && html`<p>${texts.reference}: ${payeeInfo.orderReference}</p>`}
  </section>`;
}

const style = raw(`<style>
main{max-width:38rem}
.card h2:first-child{margin-top:0}
.problem{margin:0 0 1rem}
.field{display:grid;gap:.15rem;width:100%}
.field input{width:auto;justify-self:start}
.field label{font-weight:600}
.hint{color:#47525f}
.error{color:#a3152b;font-weight:600}
[aria-invalid]{border:2px solid #a3152b}
.wide{width:100%;max-width:24rem}
.after{margin-top:.75rem}
.cards{padding-left:1.2rem}
.cards a,.link{display:inline-block;min-height:44px;padding:.6rem 0}
details{background:#fff;border:1px solid #b9c0c9;border-radius:4px;padding:.75rem 1rem;margin:0 0 1rem}
summary{min-height:44px;display:flex;align-items:center;cursor:pointer;font-weight:600}
select{width:100%}
</style>`);
