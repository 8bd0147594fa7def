import type { Party } from '../context.ts';
import { createWindowParty } from '../dibs/party.ts';
import type { Wire } from '../dibs/wire.ts';
import { createApiRouter } from './api-routes.ts';
import { isUsedUp, openFlexWin } from './entry.ts';
import { flexWinFaults } from './faults.ts';
import { findMerchant } from './merchants.ts';
import { encodeLatin, resultFields } from './result-message.ts';

const wire: Wire = {
  partyId: 'flexwin',
  title: 'DIBS FlexWin',
  faults: flexWinFaults,
  pages: '/paymentweb',
  entries: ['/paymentweb/start.action', '/payment/start.pml'],
  names: { language: 'lang', accepted: 'accepturl', cancelled: 'cancelurl' },
  signature: 'authkey',
  // Of what came to nothing its server says nothing.
  tells: ['ACCEPTED'],
  isYes: (value) => value !== '' && value !== 'no',
  merchantName: (id) => findMerchant(id)?.name,
  open: openFlexWin,
  isUsedUp,
  resultFields,
  encode: encodeLatin,
};

/** FlexWin, the older window of DIBS: the same pages under another wire, with cgi functions beside it. */
export const flexwin: Party = {
  id: wire.partyId,
  title: 'DIBS (FlexWin)',
  faults: flexWinFaults,
  links: { '/': 'Betalinger', '/settlements': 'Oppgjørsrapporter' },
  create: (context) => createWindowParty(context, wire, createApiRouter),
};
