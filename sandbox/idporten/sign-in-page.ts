import type Provider from 'oidc-provider';
import { html, page } from '../html.ts';
import { fullName, type Person, people } from '../register/people.ts';
import { isEnough, levels, wantedLevel } from './levels.ts';
import { pickLocale, type SignInTexts, textsFor } from './texts.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The sign-in page; `wrongChoice` after a post that named nobody or too low a level. */
export function renderSignIn(interaction: Interaction, wrongChoice = false): string {
  const { ui_locales: uiLocales, acr_values: acrValues } = interaction.params;
  const locale = pickLocale(uiLocales);
  const texts = textsFor(locale);
  const wanted = wantedLevel(acrValues);
  const action = `/idporten/interaction/${interaction.uid}`;
  const current = interaction.session?.accountId;
  return page(
    texts.title,
    html`
    ${wrongChoice && html`<p class="problem" role="alert">${texts.wrongChoice}</p>`}
    <p>${texts.intro}</p>
    <form method="post" action="${action}/login">
      <fieldset>
        <legend>${texts.level}</legend>
        ${wanted === 'idporten-loa-high' && html`<p>${texts.onlyHigh}</p>`}
        ${levels
          .filter((level) => isEnough(level, wanted))
          .map(
            (level) => html`<label class="choice">
          <input type="radio" name="level" value="${level}" ${level === wanted ? 'checked' : ''}>
          ${level === 'idporten-loa-high' ? texts.high : texts.substantial}</label>`,
          )}
      </fieldset>
      <h2>${texts.people}</h2>
      <ul class="people">
        ${sorted(current).map((person) => renderPerson(person, texts, person.key === current))}
      </ul>
    </form>
    <form method="post" action="${action}/cancel"><button class="quiet" data-action="cancel">${texts.cancel}</button></form>`,
    { party: 'ID-porten', language: locale === 'se' ? 'nb' : locale },
  );
}

/** Whoever is signed in stands first: a step-up is nearly always for the same person. */
function sorted(current: string | undefined): Person[] {
  return [...people].sort((a, b) => Number(b.key === current) - Number(a.key === current));
}

function renderPerson(person: Person, texts: SignInTexts, isCurrent: boolean) {
  return html`<li><button type="submit" name="pid" value="${person.pid}" data-pid="${person.pid}"
    data-person="${person.key}" class="${isCurrent ? 'current' : ''}">
    <strong>${texts.signInAs} ${fullName(person)}</strong>
    <small>${person.pid}</small>
    <small lang="nb">${person.note}</small>
    ${isCurrent && html`<small>(${texts.signedIn})</small>`}</button></li>`;
}
