import type { FieldMeaning } from './agreement-field.ts';

/** Every provider's agreement says how long a reservation lives. */
export const reservationDays: FieldMeaning = {
  role: 'setting',
  title: {
    nb: 'Dager en reservasjon varer',
    nn: 'Dagar ein reservasjon varer',
    en: 'Days that a reservation lives',
  },
  hint: {
    nb: 'Så lenge er penger som er reservert, sikre før de må trekkes. Se avtalen.',
    nn: 'Så lenge er pengar som er reserverte, sikre før dei må trekkjast. Sjå avtalen.',
    en: 'For so long reserved money is safe before it must be taken. See the contract.',
  },
};
