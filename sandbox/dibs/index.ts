import type { Party } from '../context.ts';
import { createApiRouter } from './api-routes.ts';
import { openWindow } from './entry.ts';
import { dibsFaults } from './faults.ts';
import { findMerchant } from './merchants.ts';
import { createWindowParty } from './party.ts';
import { resultFields } from './result-message.ts';
import type { Wire } from './wire.ts';

const wire: Wire = {
  partyId: 'dibs',
  title: 'DIBS',
  faults: dibsFaults,
  pages: '/dpw',
  entries: ['/dpw/entrypoint', '/dibspaymentwindow/entrypoint'],
  names: { language: 'language', accepted: 'acceptReturnUrl', cancelled: 'cancelReturnUrl' },
  signature: 'MAC',
  tells: ['ACCEPTED', 'PENDING', 'DECLINED', 'CANCELLED'],
  isYes: (value) => value === '1',
  merchantName: (id) => findMerchant(id)?.name,
  open: openWindow,
  resultFields,
  encode: (fields) => new URLSearchParams(fields).toString(),
};

/** DIBS: the Payment Window with an issuer's 3-D Secure page, callbacks, the JSON API and the books. */
export const dibs: Party = {
  id: wire.partyId,
  title: 'DIBS (Payment Window)',
  faults: dibsFaults,
  links: { '/': 'Betalinger', '/settlements': 'Oppgjørsrapporter' },
  create: (context) => createWindowParty(context, wire, createApiRouter),
};
