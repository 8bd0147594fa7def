import type { Fault } from '../context.ts';
import { type Html, html } from '../html.ts';
import { hiddenId } from './frame.ts';
import type { PaymentRecord } from './model.ts';

interface FaultPanelModel {
  payment: PaymentRecord;
  /** Active faults of this payment. */
  faults: Fault[];
  /** All that there are: name → value → explanation. */
  known: Record<string, Record<string, string>>;
  url(path: string): string;
}

/** «Feil å prøve»: faults for this payment alone, by plain form posts. In bokmål: it is for those who test. */
export function renderFaultPanel({ payment, faults, known, url }: FaultPanelModel): Html {
  const action = url('/faults');
  return html`<details id="feil" lang="nb"${faults.length > 0 && html` open`}>
    <summary>Feil å prøve</summary>
    ${faults.map(
      (fault) => html`<form method="post" action="${action}" class="stack">
      ${hiddenId(payment)}
      <input type="hidden" name="remove" value="${fault.name}">
      <p>${fault.name}: <strong>${fault.value}</strong> (${known[fault.name]?.[fault.value] ?? 'egen verdi'})</p>
      <button type="submit" class="quiet">Fjern ${fault.name}</button>
    </form>`,
    )}
    <form method="post" action="${action}" class="stack after">
      ${hiddenId(payment)}
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
