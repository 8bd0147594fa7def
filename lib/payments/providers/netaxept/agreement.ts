import { z } from 'zod';
import { agreementField } from '../../agreement-field.ts';
import { reservationDays } from '../../reservation-field.ts';

/** The credentials and settings of an agreement for Netaxept. */
export const config = z.object({
  merchantId: z
    .string()
    .regex(/^\d{1,8}$/)
    .register(agreementField, {
      role: 'merchant',
      title: { nb: 'Brukerstedets nummer', nn: 'Nummeret på brukarstaden', en: 'Merchant id' },
      hint: {
        nb: '«Merchant ID» i Netaxept Admin: inntil åtte sifre.',
        nn: '«Merchant ID» i Netaxept Admin: inntil åtte siffer.',
        en: '“Merchant ID” in Netaxept Admin: at most eight digits.',
      },
    }),
  token: z
    .string()
    .regex(/^[\x21-\x7e]{1,32}$/)
    .register(agreementField, {
      role: 'secret',
      title: { nb: 'Token', nn: 'Token', en: 'Token' },
      hint: {
        nb: 'Inntil 32 tegn. Test og produksjon har hver sitt.',
        nn: 'Inntil 32 teikn. Test og produksjon har kvar sitt.',
        en: 'At most 32 characters. Test and live have one each.',
      },
    }),
  /** How a list of methods is written is not published; where it is refused, what is not allowed is given back afterwards. */
  listsMethods: z
    .boolean()
    .default(true)
    .register(agreementField, {
      role: 'setting',
      title: {
        nb: 'Terminalen kan få vite hvilke betalingsmåter den skal tilby («paymentMethodList»)',
        nn: 'Terminalen kan få vite kva betalingsmåtar han skal tilby («paymentMethodList»)',
        en: 'The terminal can be told which payment methods to offer (“paymentMethodList”)',
      },
    }),
  /** How long a reservation surely lives; not stated by the provider, so it is configured per agreement. */
  reservationDays: z.number().int().min(0).max(60).default(7).register(agreementField, reservationDays),
});

export type Config = z.infer<typeof config>;
