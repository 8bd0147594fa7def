import { z } from 'zod';
import { agreementField } from '../../agreement-field.ts';
import { reservationDays } from '../../reservation-field.ts';

const macKey = z.string().regex(/^(?:[0-9a-f]{2}){16,256}$/i, 'hex, as DIBS Administration shows it');

/** The credentials and settings of an agreement with DIBS. */
export const config = z.object({
  merchantId: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,50}$/)
    .register(agreementField, {
      role: 'merchant',
      title: { nb: 'Forretningsnummer', nn: 'Forretningsnummer', en: 'Merchant id' },
      hint: {
        nb: '«Merchant ID» i DIBS Administration.',
        nn: '«Merchant ID» i DIBS Administration.',
        en: '“Merchant ID” in DIBS Administration.',
      },
    }),
  /** Several while the key is being changed: the first signs, all are believed. */
  macKey: z.union([macKey, z.array(macKey).min(1)]).register(agreementField, {
    role: 'secret',
    keepsOld: true,
    title: { nb: 'MAC-nøkkel', nn: 'MAC-nøkkel', en: 'MAC key' },
    hint: {
      nb: 'Bare sifre og bokstavene a–f, slik DIBS Administration viser den.',
      nn: 'Berre siffer og bokstavane a–f, slik DIBS Administration viser han.',
      en: 'Digits and the letters a–f only, as DIBS Administration shows it.',
    },
  }),
  /** Older accounts have a payment window of their own. */
  account: z
    .enum(['D2', 'DT'])
    .default('D2')
    .register(agreementField, {
      role: 'setting',
      title: { nb: 'Slags konto', nn: 'Slags konto', en: 'Kind of account' },
      hint: {
        nb: 'Avgjør hvilket betalingsvindu som brukes.',
        nn: 'Avgjer kva betalingsvindauge som blir brukt.',
        en: 'Decides which payment window is used.',
      },
      options: {
        D2: { nb: 'D2 (vanlig)', nn: 'D2 (vanleg)', en: 'D2 (usual)' },
        DT: { nb: 'DT (eldre)', nn: 'DT (eldre)', en: 'DT (older)' },
      },
    }),
  /** How long a reservation surely lives; not stated by the provider, so it is configured per agreement. */
  reservationDays: z.number().int().min(0).max(60).default(7).register(agreementField, reservationDays),
});
