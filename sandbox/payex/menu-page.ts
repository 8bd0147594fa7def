import { type Html, html } from '../html.ts';
import { renderFaultPanel, type WithFaults } from './fault-panel.ts';
import { at, payexPage, renderOrder, type Visit } from './frame.ts';
import type { Instrument } from './instruments.ts';

export interface MenuModel extends WithFaults {
  instruments: readonly Instrument[];
  /** The problem of the last try: the end of its type. */
  problem?: string;
}

/** The redirect page: what is paid for and the ways to pay it. Choosing is a form post, for it is written down. */
export function renderMenu(model: MenuModel): string {
  const { language, merchantName, instruments } = model;
  const { texts } = language;
  return payexPage(
    `${texts.payTo} ${merchantName}`,
    language,
    html`
    ${renderProblem(model)}
    ${renderOrder(model)}
    <section class="card"><h2>${texts.choose}</h2>
      ${
        instruments.length === 0
          ? html`<p>${texts.none}</p>`
          : instruments.map(
              ({ name }) => html`<form method="post" action="${at(model, '/instrument')}" class="stack after">
          <button type="submit" name="instrument" value="${name}" class="wide">${texts.instruments[name]}</button>
        </form>`,
            )
      }
    </section>
    ${renderCancel(model)}
    ${renderFaultPanel(model)}`,
  );
}

/** Tells of a try that failed; the code in small is the provider's, for those who test. */
export function renderProblem({
  problem,
  language,
}: Pick<MenuModel, 'problem' | 'language'>): Html | undefined {
  if (problem === undefined) return undefined;
  return html`<div class="problem" role="alert"><p>${language.texts.failed}</p><p><small>${problem}</small></p></div>`;
}

export function renderCancel(visit: Visit): Html {
  return html`<form method="post" action="${at(visit, '/cancel')}" class="stack card">
    <button type="submit" class="quiet wide">${visit.language.texts.cancel}</button>
  </form>`;
}
