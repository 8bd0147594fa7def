import { type Html, html, page, raw } from '../html.ts';
import { findMerchant } from './merchants.ts';
import type { PaymentRecord } from './model.ts';
import { formatAmount, type Language } from './texts.ts';

/** Everything this party shows to a payer has this frame. */
export function vippsPage(title: string, language: Language, body: Html): string {
  return page(title, body, { language: language.code, party: 'Vipps MobilePay', head: style });
}

export function hiddenFields({ token }: PaymentRecord, language: Language): Html {
  return html`<input type="hidden" name="token" value="${token}">
    <input type="hidden" name="language" value="${language.code}">`;
}

export function pageAddress(
  url: (path: string) => string,
  path: '/landing' | '/app',
  { token }: PaymentRecord,
  language: Language,
  more: Record<string, string> = {},
): string {
  return url(`${path}?${new URLSearchParams({ token, language: language.code, ...more })}`);
}

/** To whom, how much, and for what. */
export function renderSummary(payment: PaymentRecord, { texts, code }: Language): Html {
  const { amount, paymentDescription } = payment.request;
  return html`<p class="to">${texts.payTo} <strong>${findMerchant(payment.msn)?.name}</strong></p>
    <p class="amount"><span class="hint">${texts.amount}</span>
      <strong>${formatAmount(amount.value, amount.currency, code)}</strong></p>
    ${paymentDescription && html`<p>${paymentDescription}</p>`}
    <p class="hint">${texts.reference}: ${payment.reference}</p>`;
}

const style = raw(`<style>
main{max-width:26rem}
.card{border-radius:12px;border-top:6px solid #ff5b24}
.amount strong{display:block;font-size:1.6rem}
button,.button{background:#a83a12;border-color:#a83a12;border-radius:24px;width:100%;text-decoration:none}
button.quiet,.button.quiet{color:#a83a12;background:#fff}
.problem{margin:0 0 1rem}
.field{display:grid;gap:.15rem;width:100%}
.field label{font-weight:600}
.hint{color:#47525f}
.error{color:#a3152b;font-weight:600}
[aria-invalid]{border:2px solid #a3152b}
.stack{justify-items:stretch;margin-top:.75rem}
details{background:#fff;border:1px solid #b9c0c9;border-radius:4px;padding:.75rem 1rem}
summary{min-height:44px;display:flex;align-items:center;cursor:pointer;font-weight:600}
select{width:100%}
</style>`);
