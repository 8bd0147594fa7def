import type { Language } from '@/lib/core/language.ts';
import type { Order } from '@/lib/core/order.ts';
import { calculateOrder } from '@/lib/pricing/calculate-order.ts';
import { fjordvik } from './owners.ts';
import { chimneySweeping } from './services/chimney-sweeping/definition.ts';

/** A prefilled payment that is waiting in somebody's message box. */
export interface IssuedPayment {
  ownerSlug: string;
  serviceSlug: string;
  /** One of `prisma/seed/people.ts`. */
  personSlug: string;
  /** Which of the service's price rules are charged. */
  ruleIds: readonly string[];
  /** Whole days from the day of seeding; negative is overdue. */
  dueInDays: number;
  /** MOD10. */
  kid: string;
  /** Of the case, in the message box. */
  title: Record<Language, string>;
}

export const issued: readonly IssuedPayment[] = [
  sweeping('kari-testesen', 14, '700420000114', { nb: 'Prøveveien 1' }),
  sweeping('kari-testesen', -12, '700420000213', { nb: 'hytta på Testnuten', en: 'the cabin at Testnuten' }),
  sweeping('ola-provestad', 21, '700420000312', { nb: 'Prøveveien 2' }, ['sweeping', 'extra-flue']),
  sweeping('gunnhild-provetun', 14, '700420000411', { nb: 'Testtunet 6' }),
  sweeping('emma-testwood', 30, '700420000510', { nb: 'Prøveveien 7' }),
  sweeping('per-testholm', 7, '700420000619', { nb: 'Testholmen 8' }),
  sweeping('bjorg-testdal', 3, '700420000718', { nb: 'Testdalen 9' }, ['sweeping', 'extra-flue']),
];

/** What is to be paid, by the service's tariff. @param date `YYYY-MM-DD`, Europe/Oslo. @throws when the tariff has no such rules. */
export function issuedOrder({ ruleIds }: Pick<IssuedPayment, 'ruleIds'>, date: string): Order {
  const { pricing } = chimneySweeping;
  // The owner has chosen the rules, so their conditions have no say.
  const rules = pricing.rules
    .filter((rule) => ruleIds.includes(rule.id))
    .map(({ condition: _, ...rule }) => rule);
  const price = calculateOrder({ ...pricing, rules }, {}, { date });
  if (!price.ok || rules.length !== ruleIds.length)
    throw new Error(`No price for issued payment: ${ruleIds.join(', ')}`);
  return price.order;
}

/** The place reads the same in nynorsk, and in English unless it says otherwise. */
function sweeping(
  personSlug: string,
  dueInDays: number,
  kid: string,
  place: { nb: string; en?: string },
  ruleIds: readonly string[] = ['sweeping'],
): IssuedPayment {
  return {
    ownerSlug: fjordvik.slug,
    serviceSlug: chimneySweeping.slug,
    personSlug,
    ruleIds,
    dueInDays,
    kid,
    title: {
      nb: `Feiing og tilsyn, ${place.nb}`,
      nn: `Feiing og tilsyn, ${place.nb}`,
      en: `Chimney sweeping and inspection, ${place.en ?? place.nb}`,
    },
  };
}
