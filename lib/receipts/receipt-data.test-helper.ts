import type { ReceiptData } from './receipt-data.ts';

/** A receipt with a bit of everything. */
export const exampleReceipt: ReceiptData = {
  series: 'receipt', number: '2026-000001', language: 'nb', environment: 'live',
  owner: { name: 'Merkestyret', orgNumber: '310000017' }, serviceTitle: 'Søk om registrering av varemerke',
  caseReference: 'KV-7QH2-M4TX-9R', archiveReference: 'AR-7QH2-M4TX-9R', party: { name: 'Ánne Čáhci Ødegård' }, doneBy: 'Kari Nordmann',
  submittedAt: '2026-11-21T10:00:00.000Z', paidAt: '2026-11-21T10:05:00.000Z', completedAt: '2026-11-21T10:05:02.000Z',
  received: { rule: 'submitted', at: '2026-11-21T10:00:00.000Z' },
  payment: {
    description: 'Gebyr for søknad om varemerke', method: 'Visa', maskedCard: '492500******0004', provider: 'nets', reference: 'KVA-123',
    currency: 'NOK', netMinor: 560_000, vatMinor: 20_000, totalMinor: 580_000, kid: '1234567',
  },
  lines: [
    { name: 'Søknad med én klasse', explained: 'Fast beløp', quantity: '1', netMinor: 320_000, vatCode: 'outside', vatMinor: 0, grossMinor: 320_000 },
    {
      name: 'Hver klasse utover den første', explained: '3, der 1 er inkludert: 2 × 800,00 kr', quantity: '2', netMinor: 160_000,
      vatCode: 'outside', vatMinor: 0, grossMinor: 160_000,
    },
    { name: 'Bekreftet kopi', explained: 'Fast beløp', quantity: '1', netMinor: 80_000, vatCode: '25', vatMinor: 20_000, grossMinor: 100_000 },
  ],
  signatures: [{ name: 'Kari Nordmann', at: '2026-11-21T10:04:00.000Z', acr: 'idporten-loa-high', signatureId: '5f0c1a7e-57a1-4c1a-9d33-0f6f5c1d2b3a' }],
};
