import type { Fault } from '../context.ts';
import { type Html, html } from '../html.ts';
import { vippsFaults } from './faults.ts';
import { hiddenFields } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import type { Language } from './texts.ts';

/** «Feil å prøve»: faults for this payment alone, by plain form posts. In bokmål: it is for those who test. */
export function renderFaultPanel(
  payment: PaymentRecord,
  language: Language,
  faults: Fault[],
  action: string,
): Html {
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
    <form method="post" action="${action}" class="stack">
      ${hiddenFields(payment, language)}
      <label for="fault">Feil for denne betalingen</label>
      <select id="fault" name="fault">${Object.entries(vippsFaults).map(
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
  return vippsFaults[name]?.[value] ?? 'egen verdi';
}
