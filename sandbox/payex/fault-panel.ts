import type { Fault } from '../context.ts';
import { type Html, html } from '../html.ts';
import { payexFaults } from './faults.ts';
import { at, type Visit } from './frame.ts';

export interface WithFaults extends Visit {
  /** Active faults of this payment order. */
  faults: Fault[];
}

/** «Feil å prøve»: faults for this payment alone, by plain form posts. In bokmål: it is for those who test. */
export function renderFaultPanel(visit: WithFaults): Html {
  const { faults } = visit;
  const action = at(visit, '/faults');
  return html`<details id="feil" lang="nb"${faults.length > 0 && html` open`}>
    <summary>Feil å prøve</summary>
    ${faults.map(
      (fault) => html`<form method="post" action="${action}" class="stack">
      <input type="hidden" name="remove" value="${fault.name}">
      <p>${fault.name}: <strong>${fault.value}</strong> (${payexFaults[fault.name]?.[fault.value] ?? 'egen verdi'})</p>
      <button type="submit" class="quiet">Fjern ${fault.name}</button>
    </form>`,
    )}
    <form method="post" action="${action}" class="stack after">
      <label for="fault">Feil for denne betalingen</label>
      <select id="fault" name="fault">${Object.entries(payexFaults).map(
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
