import express, { type Router } from 'express';
import { type Html, html, page } from '../html.ts';
import { type ContactChange, findOrganisation, findPersonByKey, type RegisterBooks } from './books.ts';
import { type Organisation, organisations, type Role, roleNames } from './organisations.ts';
import { fullName, type Person, people } from './people.ts';

/**
 * `/register`: the people, organisations, roles and contact data; contact data and roles change by forms, and
 * contact data by `PATCH /register/api/contact/{person key}` `{email?, mobile?, language?, reserved?}`,
 * roles by `PUT`/`DELETE /register/api/roles/{orgNumber}/{person key}/{role}`.
 */
export function createRegisterPages(books: RegisterBooks): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false });

  router.get('/', (_request, response) => {
    response.type('html').send(renderRegister(books));
  });

  router.post('/contact/:key', form, (request, response) => {
    const person = findPersonByKey(request.params.key);
    const change = parseContact({ ...request.body, reserved: request.body?.reserved === 'on' });
    if (!person || !change) {
      response
        .status(person ? 400 : 404)
        .type('html')
        .send(page('Ikke endret', html`<p><a href="/register">Tilbake</a></p>`));
      return;
    }
    books.changeContact(person, change);
    response.redirect(303, `/register#${person.key}`);
  });

  router.patch('/api/contact/:key', express.json(), (request, response) => {
    const person = findPersonByKey(request.params.key);
    const change = parseContact(request.body);
    if (!person) response.status(404).json({ error: 'unknown_person' });
    else if (!change) response.status(400).json({ error: 'invalid_contact' });
    else response.json(books.changeContact(person, change));
  });

  router.post('/role', form, (request, response) => {
    const { orgNumber, person, role, held } = request.body ?? {};
    const found = findRole(orgNumber, person, role);
    if (found) books.setRole(found.organisation, found.person, found.role, held === 'true');
    response.redirect(303, '/register#organisasjoner');
  });
  router.put('/api/roles/:orgNumber/:key/:role', (request, response) =>
    change(true, request.params, response),
  );
  router.delete('/api/roles/:orgNumber/:key/:role', (request, response) =>
    change(false, request.params, response),
  );

  function change(held: boolean, params: Record<string, string>, response: express.Response) {
    const found = findRole(params.orgNumber, params.key, params.role);
    if (found) books.setRole(found.organisation, found.person, found.role, held);
    response.status(found ? 204 : 404).end();
  }

  return router;
}

function findRole(orgNumber: unknown, key: unknown, role: unknown) {
  const organisation = findOrganisation(orgNumber);
  const person = findPersonByKey(key);
  const held = organisation?.roles.find((entry) => entry.person === key && entry.role === role);
  return organisation && person && held ? { organisation, person, role: held.role } : undefined;
}

function parseContact(body: unknown): ContactChange | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { email, mobile, language, reserved } = body as Record<string, unknown>;
  const change: ContactChange = {};
  if (email !== undefined) {
    if (email !== null && email !== '' && !(typeof email === 'string' && /^\S+@\S+$/.test(email)))
      return undefined;
    change.email = email;
  }
  if (mobile !== undefined) {
    if (mobile !== null && typeof mobile !== 'string') return undefined;
    change.mobile = mobile;
  }
  if (language !== undefined) {
    if (language !== 'nb' && language !== 'nn' && language !== 'en') return undefined;
    change.language = language;
  }
  if (reserved !== undefined) {
    if (typeof reserved !== 'boolean') return undefined;
    change.reserved = reserved;
  }
  return change;
}

function renderRegister(books: RegisterBooks): string {
  return page(
    'Registrene',
    html`
    <p>Innbyggere, organisasjoner, roller og kontaktopplysninger. Formen på person- og rolleoppslagene er vår egen;
    kontaktopplysningene følger Kontakt- og reservasjonsregisteret.</p>
    <h2>Innbyggere</h2>
    ${people.map((person) => renderPerson(person, books))}
    <h2 id="organisasjoner">Organisasjoner</h2>
    ${organisations.map((organisation) => renderOrganisation(organisation, books))}`,
    { party: 'Registrene' },
  );
}

function renderPerson(person: Person, books: RegisterBooks): Html {
  const contact = books.contact(person);
  const { key, address } = person;
  const option = (value: string, text: string) =>
    html`<option value="${value}" ${contact.language === value ? 'selected' : ''}>${text}</option>`;
  return html`<section class="card" id="${key}">
    <h3>${fullName(person)}</h3>
    <p>${person.pid} · født ${person.dateOfBirth} · ${person.note}<br>
    ${person.protected ? 'Fortrolig adresse' : address ? `${address.street}, ${address.postalCode} ${address.city}` : 'Ingen adresse'}</p>
    <form method="post" action="/register/contact/${key}" class="stack">
      <label for="email-${key}">E-post</label>
      <input id="email-${key}" name="email" type="email" value="${contact.email}">
      <label for="mobile-${key}">Mobil</label>
      <input id="mobile-${key}" name="mobile" type="tel" value="${contact.mobile}">
      <label for="language-${key}">Språk</label>
      <select id="language-${key}" name="language">
        ${option('nb', 'bokmål')}${option('nn', 'nynorsk')}${option('en', 'engelsk')}</select>
      <label><input type="checkbox" name="reserved" ${contact.reserved ? 'checked' : ''}>Reservert mot digital kontakt</label>
      <button type="submit" class="quiet">Lagre for ${fullName(person)}</button>
    </form></section>`;
}

function renderOrganisation(organisation: Organisation, books: RegisterBooks): Html {
  return html`<section class="card"><h3>${organisation.name}</h3>
    <p>${organisation.orgNumber} · ${organisation.form} · ${organisation.address.street}, ${organisation.address.city}</p>
    <ul>${organisation.roles.map((entry) => renderRole(organisation, entry, books))}</ul></section>`;
}

function renderRole(
  organisation: Organisation,
  entry: { person: string; role: Role },
  books: RegisterBooks,
): Html {
  const person = findPersonByKey(entry.person);
  if (!person) return html``;
  const held = books.hasRole(organisation, person, entry.role);
  const text = `${fullName(person)}, ${roleNames[entry.role]}`;
  return html`<li><form method="post" action="/register/role">
    ${held ? text : html`<del>${text}</del> (fjernet)`}
    <input type="hidden" name="orgNumber" value="${organisation.orgNumber}">
    <input type="hidden" name="person" value="${entry.person}">
    <input type="hidden" name="role" value="${entry.role}">
    <input type="hidden" name="held" value="${held ? 'false' : 'true'}">
    <button type="submit" class="quiet">${held ? 'Fjern rollen' : 'Gi rollen tilbake'}</button></form></li>`;
}
