import { z } from 'zod';
import { agreementField } from '../../agreement-field.ts';
import { reservationDays } from '../../reservation-field.ts';

/** The credentials and settings of an agreement with Nets. */
export const config = z.object({
  secretKey: z
    .string()
    .min(8)
    .register(agreementField, {
      role: 'secret',
      title: { nb: 'Hemmelig nøkkel', nn: 'Hemmeleg nøkkel', en: 'Secret key' },
      hint: {
        nb: '«Secret key» i Nets-portalen, ikke «Checkout key». Test og produksjon har hver sin.',
        nn: '«Secret key» i Nets-portalen, ikkje «Checkout key». Test og produksjon har kvar sin.',
        en: '“Secret key” in the Nets portal, not “Checkout key”. Test and live have one each.',
      },
    }),
  /** How long a reservation surely lives; not stated by the provider in writing, so it is configured per agreement. */
  reservationDays: z.number().int().min(0).max(60).default(7).register(agreementField, reservationDays),
  commercePlatformTag: z
    .string()
    .regex(/^[\x20-\x7e]{1,60}$/)
    .optional()
    .register(agreementField, {
      role: 'setting',
      title: { nb: 'Navn på systemet', nn: 'Namn på systemet', en: 'Name of the system' },
      hint: {
        nb: 'Sendes til Nets som «CommercePlatformTag».',
        nn: 'Blir sendt til Nets som «CommercePlatformTag».',
        en: 'Sent to Nets as “CommercePlatformTag”.',
      },
    }),
});
