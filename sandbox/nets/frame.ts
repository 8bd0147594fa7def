import { type Html, html, page, raw } from '../html.ts';
import type { PaymentRecord } from './model.ts';
import type { Language } from './texts.ts';

/** Everything this party shows to a payer has this frame. */
export function netsPage(title: string, language: Language, body: Html): string {
  return page(title, body, { language: language.code, party: 'Nets (Nexi Checkout)', head: style });
}

export function hiddenFields({ paymentId }: PaymentRecord, language: Language): Html {
  return html`<input type="hidden" name="paymentId" value="${paymentId}">
    <input type="hidden" name="language" value="${language.tag}">`;
}

export function pageAddress(
  url: (path: string) => string,
  paymentId: string,
  language: Language,
  more: Record<string, string> = {},
): string {
  return url(`/hostedpaymentpage/?${new URLSearchParams({ paymentId, language: language.tag, ...more })}`);
}

/** The address of the issuer's page. */
export function challengeAddress(
  url: (path: string) => string,
  paymentId: string,
  challenge: string,
  language: Language,
): string {
  return url(`/issuer/challenge?${new URLSearchParams({ paymentId, challenge, language: language.tag })}`);
}

const style = raw(`<style>
main{max-width:38rem}
.card h2:first-child{margin-top:0}
.order{display:table;overflow-wrap:break-word;hyphens:auto}
.order th,.order td{padding:.4rem .25rem}
.problem{margin:0 0 1rem}
.order .sum{text-align:right;white-space:nowrap}
.field{display:grid;gap:.15rem;width:100%}
.field input{width:auto;justify-self:start}
.field label{font-weight:600}
.hint{color:#47525f}
.error{color:#a3152b;font-weight:600}
[aria-invalid]{border:2px solid #a3152b}
.wide{width:100%;max-width:24rem}
.after{margin-top:.75rem}
.cards{padding-left:1.2rem}
.cards a{display:inline-block;min-height:44px;padding:.6rem 0}
details{background:#fff;border:1px solid #b9c0c9;border-radius:4px;padding:.75rem 1rem}
summary{min-height:44px;display:flex;align-items:center;cursor:pointer;font-weight:600}
select{width:100%}
</style>`);
