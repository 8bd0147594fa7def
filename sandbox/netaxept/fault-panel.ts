import type { Fault } from '../context.ts';
import { type Html, html } from '../html.ts';
import { netaxeptFaults } from './faults.ts';
import { hiddenId } from './frame.ts';
import type { Transaction } from './model.ts';

interface FaultPanelModel {
  transaction: Transaction;
  /** Active faults of this transaction. */
  faults: Fault[];
  url(path: string): string;
}

/** «Feil å prøve»: faults for this transaction alone, by plain form posts. In bokmål: it is for those who test. */
export function renderFaultPanel({ transaction, faults, url }: FaultPanelModel): Html {
  const action = url('/Terminal/faults');
  return html`<details id="feil" lang="nb"${faults.length > 0 && html` open`}>
    <summary>Feil å prøve</summary>
    ${faults.map(
      ({ name, value }) => html`<form method="post" action="${action}" class="stack">
      ${hiddenId(transaction)}
      <input type="hidden" name="remove" value="${name}">
      <p>${name}: <strong>${value}</strong> (${netaxeptFaults[name]?.[value] ?? 'egen verdi'})</p>
      <button type="submit" class="quiet">Fjern ${name}</button>
    </form>`,
    )}
    <form method="post" action="${action}" class="stack after">
      ${hiddenId(transaction)}
      <label for="fault">Feil for denne betalingen</label>
      <select id="fault" name="fault">${Object.entries(netaxeptFaults).map(
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
