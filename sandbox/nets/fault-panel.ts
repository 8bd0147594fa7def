import type { Fault } from '../context.ts';
import { type Html, html } from '../html.ts';
import { netsFaults } from './faults.ts';
import { hiddenFields } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import type { Language } from './texts.ts';

interface FaultPanelModel {
  payment: PaymentRecord;
  language: Language;
  /** Active faults of this payment. */
  faults: Fault[];
  url(path: string): string;
}

/** «Feil å prøve»: faults for this payment alone, by plain form posts. In bokmål: it is for those who test. */
export function renderFaultPanel(model: FaultPanelModel): Html {
  const { payment, language, faults } = model;
  const action = model.url('/hostedpaymentpage/faults');
  return html`<details id="feil" lang="nb"${faults.length > 0 && html` open`}>
    <summary>Feil å prøve</summary>
    ${faults.map(
      (fault) => html`<form method="post" action="${action}" class="stack">
      ${hiddenFields(payment, language)}
      <input type="hidden" name="remove" value="${fault.name}">
      <p>${fault.name}: <strong>${fault.value}</strong> (${explain(fault)})</p>
      <button type="submit" class="quiet">Fjern ${fault.name}</button>
    </form>`,
    )}
    <form method="post" action="${action}" class="stack after">
      ${hiddenFields(payment, language)}
      <label for="fault">Feil for denne betalingen</label>
      <select id="fault" name="fault">${Object.entries(netsFaults).map(
        ([name, values]) =>
          html`<optgroup label="${name}">${Object.entries(values).map(
            ([value, explanation]) =>
              html`<option value="${name}/${value}">${name}: ${value} – ${explanation}</option>`,
          )}</optgroup>`,
      )}
      </select>
      <button type="submit" class="quiet">Slå på feilen</button>
    </form></details>`;
}

function explain({ name, value }: Fault): string {
  return netsFaults[name]?.[value] ?? 'egen verdi';
}
