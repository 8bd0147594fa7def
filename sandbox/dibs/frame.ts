import { type Html, html, page, raw } from '../html.ts';
import type { PaymentRecord } from './model.ts';
import type { Language } from './texts.ts';

/** Everything this party shows to a payer has this frame. */
export function dibsPage(title: string, language: Language, body: Html): string {
  return page(title, body, { language: language.code, party: 'DIBS', head: style });
}

export function hiddenId({ id }: PaymentRecord): Html {
  return html`<input type="hidden" name="id" value="${id}">`;
}

/** The address of one of the window's pages. */
export function windowAddress(
  url: (path: string) => string,
  payment: PaymentRecord,
  place: 'payment' | 'return' | 'challenge',
  more: Record<string, string> = {},
): string {
  return url(`/${place}?${new URLSearchParams({ id: payment.id, ...more })}`);
}

const style = raw(`<style>
body{background:#eef3ee}
main{max-width:36rem}
h1{border-bottom:4px solid #2f6b3a;padding-bottom:.5rem}
button{background:#2f6b3a;border-color:#2f6b3a}
button.quiet{color:#2f6b3a}
.card h2:first-child{margin-top:0}
.order{display:table}
.order th,.order td{padding:.4rem .25rem;overflow-wrap:anywhere}
.order td{text-align:right}
.problem{margin:0 0 1rem}
.field{display:grid;gap:.15rem;width:100%}
.field input{width:auto;justify-self:start}
.field label,.stack>label{font-weight:600}
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
