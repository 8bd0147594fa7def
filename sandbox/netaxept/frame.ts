import { type Html, html, page, raw } from '../html.ts';
import type { Transaction } from './model.ts';
import type { Language } from './texts.ts';

/** Everything this party shows to a payer has this frame: the plain blue of the old BBS terminal. */
export function terminalPage(title: string, language: Language, body: Html): string {
  return page(title, body, { language: language.code, party: 'Netaxept (BBS)', head: style });
}

export function hiddenId({ id }: Pick<Transaction, 'id'>): Html {
  return html`<input type="hidden" name="transactionId" value="${id}">`;
}

export function terminalAddress(
  url: (path: string) => string,
  { id, merchantId }: Pick<Transaction, 'id' | 'merchantId'>,
  more: Record<string, string> = {},
): string {
  return url(`/Terminal/default.aspx?${new URLSearchParams({ merchantId, transactionId: id, ...more })}`);
}

/** The address of the issuer's page. */
export function challengeAddress(
  url: (path: string) => string,
  { id }: Pick<Transaction, 'id'>,
  challenge: string,
): string {
  return url(`/issuer/challenge?${new URLSearchParams({ transactionId: id, challenge })}`);
}

const style = raw(`<style>
body{background:#e9eff7}
main{max-width:36rem}
h1{border-bottom:4px solid #1d3f73;padding-bottom:.5rem}
button{background:#1d3f73;border-color:#1d3f73}
button.quiet{color:#1d3f73}
.card h2:first-child{margin-top:0}
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
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}
dd{margin:0;overflow-wrap:anywhere}
details{background:#fff;border:1px solid #b9c0c9;border-radius:4px;padding:.75rem 1rem}
summary{min-height:44px;display:flex;align-items:center;cursor:pointer;font-weight:600}
select{width:100%}
</style>`);
