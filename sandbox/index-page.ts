import type { Party } from './context.ts';
import { html, page } from './html.ts';

/** The front page: what is simulated and where to look. */
export function renderIndex(parties: Party[], portalUrl: string): string {
  return page(
    'Sandkasse',
    html`
    <p>Denne prosessen spiller de partene som <a href="${portalUrl}">portalen</a> snakker med. Alt er oppdiktet:
    fødselsnumrene er syntetiske (måned + 80), organisasjonene finnes ikke, og ingen penger flyttes.</p>
    ${parties.map(
      (party) => html`<section class="card">
      <h2>${party.title}</h2>
      <ul>
        ${Object.entries(party.links ?? {}).map(
          ([path, text]) => html`<li><a href="/${party.id}${path}">${text}</a></li>`,
        )}
        <li><code>/${party.id}</code></li>
      </ul></section>`,
    )}
    <section class="card"><h2>Feil på bestilling</h2>
      <p><a href="/faults">Be en part om å svikte</a></p></section>`,
  );
}
