import { z } from 'zod';
import { agreementField } from '../../agreement-field.ts';
import { reservationDays } from '../../reservation-field.ts';

/** The credentials and settings of an agreement with PayEx. */
export const config = z.object({
  accessToken: z
    .string()
    .min(8)
    .register(agreementField, {
      role: 'secret',
      title: { nb: 'Tilgangsnøkkel', nn: 'Tilgangsnøkkel', en: 'Access token' },
      hint: {
        nb: '«Access token» i Swedbank Pays portal.',
        nn: '«Access token» i portalen til Swedbank Pay.',
        en: '“Access token” in the Swedbank Pay portal.',
      },
    }),
  payeeId: z.guid().register(agreementField, {
    role: 'merchant',
    title: { nb: 'Betalingsmottakerens id', nn: 'Id-en til betalingsmottakaren', en: 'Payee id' },
    hint: {
      nb: '«Payee ID»: 36 tegn, som 5cabf558-5283-482f-b252-4d58e06f6f3b.',
      nn: '«Payee ID»: 36 teikn, som 5cabf558-5283-482f-b252-4d58e06f6f3b.',
      en: '“Payee ID”: 36 characters, such as 5cabf558-5283-482f-b252-4d58e06f6f3b.',
    },
  }),
  /** Shown to the payer. */
  payeeName: z
    .string()
    .min(1)
    .optional()
    .register(agreementField, {
      role: 'setting',
      title: {
        nb: 'Navn på betalingsmottakeren',
        nn: 'Namn på betalingsmottakaren',
        en: 'Name of the payee',
      },
      hint: {
        nb: 'Vises til betaleren på betalingssiden.',
        nn: 'Blir vist til betalaren på betalingssida.',
        en: 'Shown to the payer on the payment page.',
      },
    }),
  /** How long a reservation surely lives; differs by instrument and is not written down, so it is configured per agreement. */
  reservationDays: z.number().int().min(0).max(180).default(7).register(agreementField, reservationDays),
  /** Who settles: a merchant's own acquirer takes references of twelve digits only. */
  payeeReferences: z
    .enum(['alphanumeric', 'digits'])
    .default('alphanumeric')
    .register(agreementField, {
      role: 'setting',
      title: { nb: 'Hvem som gjør opp', nn: 'Kven som gjer opp', en: 'Who settles' },
      options: {
        alphanumeric: { nb: 'Swedbank Pay', nn: 'Swedbank Pay', en: 'Swedbank Pay' },
        digits: { nb: 'Vår egen innløser', nn: 'Vår eigen innløysar', en: 'Our own acquirer' },
      },
    }),
  /** Whether the contract allows asking for one instrument alone. */
  instrumentMode: z
    .boolean()
    .default(true)
    .register(agreementField, {
      role: 'setting',
      title: {
        nb: 'Avtalen lar oss åpne betalingssiden for én betalingsmåte om gangen («instrument mode»)',
        nn: 'Avtalen lèt oss opne betalingssida for éin betalingsmåte om gongen («instrument mode»)',
        en: 'The contract lets us open the payment page for one payment method at a time (“instrument mode”)',
      },
    }),
});

export type Config = z.infer<typeof config>;
