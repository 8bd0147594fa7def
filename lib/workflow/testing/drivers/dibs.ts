import { faultsOf, wireFaults } from '../provider-books.ts';
import type { ProviderDriver } from '../provider-driver.ts';
import { windowActs, windowHand } from '../window-hand.ts';

/** A window that nobody can be asked about. */
export const driver: ProviderDriver = {
  id: 'dibs',
  credentials: {
    merchantId: '90100001',
    macKey: '53616e64626f782d444942532d6b6579206e756d6265722031206f6e6c7920666f722074657374696e67',
    reservationDays: 30,
  },
  method: { usual: 'VISA', other: 'DK' },
  acts: windowActs,
  faults: { create: [], ask: [], capture: ['capture'], cancel: ['cancel'], refund: ['refund'] },
  closesPages: false,
  troubles: [
    ...wireFaults(['create', 'capture', 'cancel', 'refund', 'api']),
    ...faultsOf(['capture', 'cancel', 'refund'], ['declined', 'error']),
    ...faultsOf(['capture', 'refund'], ['pending']),
    ...faultsOf(['amount'], ['wrong', 'fee', 'fee-original']),
    { name: 'currency', value: 'wrong' },
    { name: 'status', value: 'unknown' },
  ],
  forged: 'wrong-signature',
  hand: (call) => windowHand('dibs', call, (told) => told === 'CANCELLED'),
};
