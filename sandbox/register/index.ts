import express from 'express';
import type { Party } from '../context.ts';
import { availabilityFaults } from '../faults.ts';
import { createRegisterApi } from './api.ts';
import { createRegisterBooks } from './books.ts';
import { createRegisterPages } from './pages.ts';

/** Stands in for Folkeregisteret, Enhetsregisteret and Kontakt- og reservasjonsregisteret. */
export const register: Party = {
  id: 'register',
  title: 'Registrene (Folkeregisteret, Enhetsregisteret, Kontakt- og reservasjonsregisteret)',
  faults: { availability: availabilityFaults },
  links: { '': 'Innbyggere, organisasjoner, roller og kontaktopplysninger' },
  create(context) {
    const books = createRegisterBooks(context.store);
    const router = express.Router();
    router.use(createRegisterPages(books), createRegisterApi(context, books));
    return router;
  },
};
