import type { Fault } from './context.ts';
import { type Html, html } from './html.ts';

interface FaultPanelModel {
  /** Active faults of this payment. */
  faults: Fault[];
  /** All that the party has: name → value → explanation. */
  known: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where both forms are posted. */
  action: string;
  /** Hidden fields that tell which payment is meant, where the address does not. */
  which?: Html;
}

/** «Feil å prøve»: faults for one payment alone, by plain form posts. In bokmål: it is for those who test. */
export function renderFaultPanel({ faults, known, action, which }: FaultPanelModel): Html {
  return html`<details id="feil" lang="nb"${faults.length > 0 && html` open`}>
    <summary>Feil å prøve</summary>
    ${faults.map(
      ({ name, value }) => html`<form method="post" action="${action}" class="stack">
      ${which}
      <input type="hidden" name="remove" value="${name}">
      <p>${name}: <strong>${value}</strong> (${known[name]?.[value] ?? 'egen verdi'})</p>
      <button type="submit" class="quiet">Fjern ${name}</button>
    </form>`,
    )}
    <form method="post" action="${action}" class="stack">
      ${which}
      <label for="fault">Feil for denne betalingen</label>
      <select id="fault" name="fault">${Object.entries(known).map(
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
