import { faultsOf, untruths, wireFaults } from '../provider-books.ts';
import type { ProviderDriver } from '../provider-driver.ts';
import { windowActs, windowHand } from '../window-hand.ts';

/** The same window under an older wire: it can be asked, and what the browser brings of a visit that came to nothing is not signed. */
export const driver: ProviderDriver = {
  id: 'flexwin',
  credentials: {
    merchantId: '90200001',
    key1: 'sandbox(flexwin)key-1-number-1;%',
    key2: 'sandbox(flexwin)key-2-number-1;%',
    apiUser: 'kvitt-api-1',
    apiPassword: 'sandbox-flexwin-password-1',
    reservationDays: 30,
  },
  method: { usual: 'VISA', other: 'DK' },
  acts: windowActs,
  faults: { create: [], ask: ['get'], capture: ['capture'], cancel: ['cancel'], refund: ['refund'] },
  closesPages: false,
  troubles: [
    ...wireFaults(['create', 'get', 'capture', 'cancel', 'refund', 'api']),
    ...faultsOf(['capture', 'cancel', 'refund'], ['declined', 'error']),
    ...untruths,
    { name: 'amount', value: 'fee' },
  ],
  forged: 'wrong-signature',
  // Nobody can be believed who says that a payer has left.
  hand: (call) => windowHand('flexwin', call, () => false),
};
