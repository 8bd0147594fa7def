import { z } from 'zod';
import { agreementField } from '../../agreement-field.ts';
import { reservationDays } from '../../reservation-field.ts';

const key = z.string().regex(/^[^\p{Cc}\p{Cs}]{16,128}$/u, 'as DIBS Administration shows it');
const keys = () => z.union([key, z.array(key).min(1)]);

/** The credentials and settings of an agreement with DIBS that is used through FlexWin. */
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
  /** Several while the keys are being changed: the first signs, all are believed. */
  key1: keys().register(agreementField, {
    role: 'secret',
    keepsOld: true,
    title: { nb: 'MD5-nøkkel 1', nn: 'MD5-nøkkel 1', en: 'MD5 key 1' },
    hint: {
      nb: 'Står under «MD5 Keys» i DIBS Administration. MD5-kontrollen må være slått på der.',
      nn: 'Står under «MD5 Keys» i DIBS Administration. MD5-kontrollen må vere slått på der.',
      en: 'Is under “MD5 Keys” in DIBS Administration. The MD5 control must be switched on there.',
    },
  }),
  key2: keys().register(agreementField, {
    role: 'secret',
    keepsOld: true,
    title: { nb: 'MD5-nøkkel 2', nn: 'MD5-nøkkel 2', en: 'MD5 key 2' },
  }),
  apiUser: z
    .string()
    .regex(/^[^:\p{Cc}\p{Cs}]{1,100}$/u)
    .register(agreementField, {
      role: 'setting',
      title: { nb: 'API-bruker', nn: 'API-brukar', en: 'API user' },
      hint: {
        nb: 'Brukernavnet til en API-bruker som kan kansellere, refundere og slå opp betalinger.',
        nn: 'Brukarnamnet til ein API-brukar som kan kansellere, refundere og slå opp betalingar.',
        en: 'The name of an API user who may cancel, refund and look up payments.',
      },
    }),
  apiPassword: z
    .string()
    .min(1)
    .max(200)
    .register(agreementField, {
      role: 'secret',
      title: {
        nb: 'Passord for API-brukeren',
        nn: 'Passord for API-brukaren',
        en: 'The API user’s password',
      },
    }),
  /** The MD5 control demands order numbers that are never used twice; whether a declined try uses one up is not published. */
  uniqueOrderIds: z
    .boolean()
    .default(true)
    .register(agreementField, {
      role: 'setting',
      title: {
        nb: 'Avvis samme ordrenummer to ganger',
        nn: 'Avvis same ordrenummer to gonger',
        en: 'Turn away the same order number twice',
      },
      hint: {
        nb: 'Hindrer at noen betaler to ganger. Slå bare av hvis betalere som er avslått, ikke får prøve igjen.',
        nn: 'Hindrar at nokon betaler to gonger. Slå berre av viss betalarar som er avslått, ikkje får prøve igjen.',
        en: 'Keeps people from paying twice. Switch off only if payers who were declined may not try again.',
      },
    }),
  /** Seven days are published; after them a capture asks for the sum anew, and may be refused. */
  reservationDays: z.number().int().min(0).max(60).default(7).register(agreementField, reservationDays),
});

export type Config = z.infer<typeof config>;
