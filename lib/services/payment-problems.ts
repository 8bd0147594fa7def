import { languages } from '@/lib/core/language.ts';
import type { DescriptionRules } from '@/lib/payments/provider.ts';
import type { ServiceDefinition } from './definition.ts';
import type { Problem } from './problem.ts';

/** What a definition must know of the agreement that it is paid under. */
export interface KnownAgreement {
  /** Names of the owner's agreements; absent: whether it exists is not checked here. */
  agreements?: readonly string[];
  /** Names of payment methods under the agreement; absent: not checked here. */
  methods?: readonly string[];
  /** Those of them that pay in the service's currency. */
  payable?: readonly string[];
  /** Kinds of cards that its provider tells apart, of those of the contract. */
  cardTypes?: readonly string[];
  /** Currencies of its provider. */
  currencies?: readonly string[];
  /** What its provider takes as a description; absent: what every provider takes. */
  description?: DescriptionRules;
  /** Days that a reservation is sure to live, 0 where there are none; absent: not checked here. */
  reservationDays?: number;
  /** Whether money can be given back at all, and a part of a payment; absent: not checked here. */
  refund?: boolean;
  partialRefund?: boolean;
  /** Whether somebody is mailed when something goes wrong with money; absent: not checked here. */
  alarmsAreMailed?: boolean;
}

/** Shown to the payer on one line, whatever a provider would take. */
const longest = 100;
const refusedEverywhere = '<>\'"&\\';

/**
 * What of a service does not fit the agreement that it is paid under: nothing of it keeps a draft from being stored, all of it
 * keeps one from being published.
 * @param variant the service's, with the ids of its steps in order.
 */
export function paymentProblems(
  definition: ServiceDefinition,
  known: KnownAgreement,
  variant: { steps: readonly string[] } | undefined,
): Problem[] {
  return [
    ...agreementProblems(definition, known),
    ...methodProblems(definition, known),
    ...descriptionProblems(definition, known.description),
    ...(variant ? reservationProblems(definition, variant, known) : []),
    ...withdrawalProblems(definition, known),
  ];
}

/** What an owner who takes payments should know, and may publish with: nobody hears of it when something goes wrong. */
export function paymentWarnings(
  { alarmsAreMailed }: KnownAgreement,
  variant: { steps: readonly string[] } | undefined,
): Problem[] {
  if (alarmsAreMailed !== false || !variant?.steps.includes('pay')) return [];
  return [
    {
      path: 'payment',
      code: 'nobody_mailed',
      message: 'Nobody is mailed when something is wrong with a payment: say who at /admin/alarms/mail',
    },
  ];
}

/** What must be right at once when a service is moved to another agreement: the rest is said when it is published. */
export function agreementProblems({ payment }: ServiceDefinition, { agreements }: KnownAgreement): Problem[] {
  const { agreement } = payment;
  if (!agreements || agreements.includes(agreement)) return [];
  return [
    {
      path: 'payment.agreement',
      code: 'agreement_unknown',
      values: { agreement },
      message: `The owner has no agreement "${agreement}"`,
    },
  ];
}

/** A payment description that the provider would refuse or change, or that may hold what is nobody's but the payer's. */
export function descriptionProblems(
  { texts }: Pick<ServiceDefinition, 'texts'>,
  rules: DescriptionRules = { minLength: 1, maxLength: longest, refuses: '' },
): Problem[] {
  const max = Math.min(longest, rules.maxLength);
  const refused = [...new Set(refusedEverywhere + rules.refuses)];
  return languages.flatMap((language) => {
    const description = texts[language]['payment.description']?.trim() ?? '';
    if (description === '') return [];
    const path = `texts.${language}.payment.description`;
    const checks: [boolean, Omit<Problem, 'path'>][] = [
      [
        description.length > max,
        { code: 'too_long', values: { max: `${max}` }, message: `At most ${max} characters` },
      ],
      [
        description.length < rules.minLength,
        {
          code: 'too_short',
          values: { min: `${rules.minLength}` },
          message: `At least ${rules.minLength} characters`,
        },
      ],
      [
        refused.some((character) => description.includes(character)),
        {
          code: 'description_characters',
          values: { characters: refused.join(' ') },
          message: `Providers refuse the characters ${refused.join(' ')}`,
        },
      ],
      [
        /[{}]/.test(description),
        {
          code: 'description_template',
          message: 'It goes to the provider as it stands: nothing is put into it',
        },
      ],
      [
        // Eleven figures, also in the groups that people write them in.
        /(?<!\d)\d{6}[ .-]?\d{5}(?!\d)/.test(description),
        { code: 'description_personal', message: 'It looks like a fødselsnummer' },
      ],
    ];
    return checks.flatMap(([isWrong, problem]) => (isWrong ? [{ path, ...problem }] : []));
  });
}

function methodProblems({ payment, pricing }: ServiceDefinition, known: KnownAgreement): Problem[] {
  const { methods = [], cardTypes = [] } = payment;
  const unknown = methods.filter((method) => known.methods && !known.methods.includes(method));
  const unknownTypes = cardTypes.filter((type) => known.cardTypes && !known.cardTypes.includes(type));
  const { currency } = pricing;
  const wrongCurrency = known.currencies && !known.currencies.includes(currency);
  const { payable } = known;
  const nothingLeft = payable && !payable.some((name) => methods.length === 0 || methods.includes(name));
  return [
    ...unknown.map(
      (method): Problem => ({
        path: 'payment.methods',
        code: 'method_unknown',
        values: { method },
        message: `The agreement knows no method "${method}"`,
      }),
    ),
    ...unknownTypes.map(
      (type): Problem => ({
        path: 'payment.cardTypes',
        code: 'card_type_unknown',
        values: { type },
        message: `Under the agreement "${type}" cannot be told from other cards, or is not allowed`,
      }),
    ),
    ...(wrongCurrency || (nothingLeft && unknown.length === 0)
      ? [
          {
            path: 'payment.methods',
            code: 'currency_unpayable' as const,
            values: { currency },
            message: `Nothing that is allowed pays in ${currency}`,
          },
        ]
      : []),
  ];
}

function reservationProblems(
  { payment, deadlines }: ServiceDefinition,
  { steps }: { steps: readonly string[] },
  { reservationDays }: KnownAgreement,
): Problem[] {
  if (payment.capture !== 'reserve' || reservationDays === undefined || !steps.includes('pay')) return [];
  // Paid before it is signed: then a reservation must live until the last signature, and a day more for taking it.
  const waits = steps.indexOf('pay') < steps.lastIndexOf('sign');
  const wanted = waits ? deadlines.signingDays + 1 : 1;
  if (wanted <= reservationDays) return [];
  const path = 'payment.capture';
  if (reservationDays === 0)
    return [{ path, code: 'no_reservation', message: 'Nothing can be reserved: take the money at once' }];
  return [
    {
      path,
      code: 'reservation_short',
      values: { lives: String(reservationDays), wanted: String(wanted) },
      message: `A reservation lives ${reservationDays} days and would have to live ${wanted}: shorten deadlines.signingDays or take the money at once`,
    },
  ];
}

function withdrawalProblems(
  { withdrawal }: ServiceDefinition,
  { refund, partialRefund }: KnownAgreement,
): Problem[] {
  const path = 'withdrawal';
  if (!withdrawal) return [];
  if (refund === false)
    return [{ path, code: 'no_refund', message: 'Nothing can be given back: let nobody withdraw' }];
  if (!withdrawal.keptMinor || partialRefund !== false) return [];
  return [
    {
      path,
      code: 'no_partial_refund',
      message: 'The agreement can only give back all of a payment: keep nothing of what is withdrawn',
    },
  ];
}
