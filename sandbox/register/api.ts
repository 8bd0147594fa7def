import { timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler, type Router } from 'express';
import type { SandboxContext } from '../context.ts';
import { applyAvailability } from '../faults.ts';
import { findOrganisation, type RegisterBooks } from './books.ts';
import { findPerson, type Person } from './people.ts';

const token = 'sandbox-register-token';

/**
 * The register's API, behind `Authorization: Bearer sandbox-register-token`. Fødselsnumre are posted, never in
 * URLs. People, roles and organisations have shapes of our own; contact data has the shape of KRR's own API.
 */
export function createRegisterApi(context: SandboxContext, books: RegisterBooks): Router {
  const router = express.Router();
  const guards = [requireToken, applyAvailability('register', context), express.json()];

  router.post(
    '/people/lookup',
    guards,
    withPerson((person, respond) => {
      const { pid, name, address, dateOfBirth } = person;
      respond({
        pid,
        name,
        address: person.protected ? undefined : address,
        protected: person.protected,
        dateOfBirth,
      });
    }),
  );

  router.post(
    '/roles',
    guards,
    withPerson((person, respond) => {
      respond({
        organisations: books
          .rolesOf(person)
          .map(({ organisation: { orgNumber, name, form, address }, roles }) => ({
            orgNumber,
            name,
            form,
            roles,
            address,
          })),
      });
    }),
  );

  router.get('/organisations/:orgNumber', guards, ((request, response) => {
    const organisation = findOrganisation(request.params.orgNumber);
    if (!organisation) {
      response.status(404).json({ error: 'unknown_organisation' });
      return;
    }
    const { orgNumber, name, form, address } = organisation;
    response.json({ orgNumber, name, form, address });
  }) satisfies RequestHandler);

  router.post('/contact', guards, ((request, response) => {
    const pids: unknown = request.body?.pids;
    if (!Array.isArray(pids) || pids.length > 1000 || !pids.every((pid) => typeof pid === 'string')) {
      response.status(400).json({ error: 'pids_wanted' });
      return;
    }
    response.json({ personer: pids.map((pid) => toKrr(pid, books)) });
  }) satisfies RequestHandler);

  return router;
}

function toKrr(pid: string, books: RegisterBooks) {
  const person = findPerson(pid);
  if (!person) return { personidentifikator: pid, status: 'IKKE_REGISTRERT' };
  const contact = books.contact(person);
  const canNotify = !contact.reserved && Boolean(contact.email || contact.mobile);
  return {
    personidentifikator: pid,
    reservasjon: contact.reserved ? 'JA' : 'NEI',
    status: 'AKTIV',
    varslingsstatus: canNotify ? 'KAN_VARSLES' : 'KAN_IKKE_VARSLES',
    kontaktinformasjon: { epostadresse: contact.email, mobiltelefonnummer: contact.mobile },
    spraak: contact.language,
  };
}

const requireToken: RequestHandler = (request, response, next) => {
  const given = Buffer.from(request.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return next();
  response.status(401).set('www-authenticate', 'Bearer').json({ error: 'invalid_token' });
};

function withPerson(answer: (person: Person, respond: (body: object) => void) => void): RequestHandler {
  return (request, response) => {
    const pid: unknown = request.body?.pid;
    if (typeof pid !== 'string') {
      response.status(400).json({ error: 'pid_wanted' });
      return;
    }
    const person = findPerson(pid);
    if (!person) {
      response.status(404).json({ error: 'unknown_person' });
      return;
    }
    answer(person, (body) => response.json(body));
  };
}
