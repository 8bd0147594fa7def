import { z } from 'zod';
import { agreementField } from '../../agreement-field.ts';
import { reservationDays } from '../../reservation-field.ts';

/** The credentials and settings of an agreement with Vipps. */
export const config = z.object({
  merchantSerialNumber: z
    .string()
    .regex(/^\d{4,10}$/)
    .register(agreementField, {
      role: 'merchant',
      title: { nb: 'Salgsstedets nummer', nn: 'Nummeret på salsstaden', en: 'Merchant serial number' },
      hint: {
        nb: '«Merchant Serial Number» (MSN): 4 til 10 sifre.',
        nn: '«Merchant Serial Number» (MSN): 4 til 10 siffer.',
        en: '“Merchant Serial Number” (MSN): 4 to 10 digits.',
      },
    }),
  clientId: z
    .string()
    .min(1)
    .register(agreementField, {
      role: 'setting',
      title: { nb: 'Klient-id', nn: 'Klient-id', en: 'Client id' },
      hint: {
        nb: '«client_id» under salgsstedet i Vipps-portalen.',
        nn: '«client_id» under salsstaden i Vipps-portalen.',
        en: '“client_id” of the sales unit in the Vipps portal.',
      },
    }),
  clientSecret: z
    .string()
    .min(1)
    .register(agreementField, {
      role: 'secret',
      title: { nb: 'Klienthemmelighet', nn: 'Klientløyndom', en: 'Client secret' },
      hint: { nb: '«client_secret».', nn: '«client_secret».', en: '“client_secret”.' },
    }),
  subscriptionKey: z
    .string()
    .min(1)
    .register(agreementField, {
      role: 'secret',
      title: { nb: 'Abonnementsnøkkel', nn: 'Abonnementsnøkkel', en: 'Subscription key' },
      hint: {
        nb: '«Ocp-Apim-Subscription-Key».',
        nn: '«Ocp-Apim-Subscription-Key».',
        en: '“Ocp-Apim-Subscription-Key”.',
      },
    }),
  /** How long a reservation surely lives; the provider says 180 days for Vipps, a contract may say less. */
  reservationDays: z.number().int().min(0).max(180).default(180).register(agreementField, reservationDays),
});
