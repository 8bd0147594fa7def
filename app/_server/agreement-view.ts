import type { AgreementFieldView } from '@/components/admin/agreement-fields.tsx';
import type { AgreementPageProps } from '@/components/admin/agreement-page.tsx';
import type { AgreementWaysView } from '@/components/admin/agreement-ways.tsx';
import { type AgreementField, fieldName } from '@/lib/payments/agreement-field.ts';
import type { CardType, PaymentMethod } from '@/lib/payments/payment-method.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { WaysInput, WaysProblem } from '@/lib/workflow/agreements/agreement-ways.ts';
import type { ListedAgreement, ReadAgreement } from '@/lib/workflow/agreements/read-agreements.ts';
import { cardTypeOptions } from './ways-words.ts';

/** What could not be saved, as it was posted. */
export interface AgreementTry {
  ways?: { input: WaysInput; problems: readonly WaysProblem[]; stranded?: string };
  keys?: { form: URLSearchParams; fields?: readonly string[]; problem?: 'refused' | 'no_answer' };
}

export const messageStates: Record<ListedAgreement['messages'], TextKey> = {
  not_needed: 'agreements.messagesNotNeeded',
  registered: 'agreements.messagesRegistered',
  missing: 'agreements.messagesMissing',
};

export const environments: Record<ListedAgreement['environment'], TextKey> = {
  live: 'agreements.live',
  test: 'agreements.test',
};

const keysProblems: Record<'refused' | 'no_answer', TextKey> = {
  refused: 'agreements.keysRefused',
  no_answer: 'agreements.keysNoAnswer',
};

/** One agreement in the words of its page. */
export function agreementView(
  agreement: ReadAgreement,
  t: Translate,
  tried: AgreementTry = {},
): Omit<AgreementPageProps, 't' | 'notice'> {
  const { fields, messages, services, mayChange } = agreement;
  const shown = fields.filter(({ role }) => role === 'merchant' || (role === 'setting' && !mayChange));
  const old = fields.filter(({ keptOld }) => keptOld).map(({ title }) => title[t.language]);
  return {
    id: agreement.id,
    title: agreement.displayName,
    facts: [
      { term: t('agreements.provider'), detail: agreement.providerTitle },
      { term: t('agreements.environment'), detail: t(environments[agreement.environment]) },
      ...shown.map((field) => ({ term: field.title[t.language], detail: valueInWords(field, t) })),
    ],
    services: services.map(({ id, definition }) => ({
      id,
      title: serviceText(definition, t.language)('service.title'),
    })),
    ...(messages !== 'not_needed' && {
      messages: {
        registered: messages === 'registered',
        text: t(
          messages === 'registered' ? 'agreements.messagesRegisteredLong' : 'agreements.messagesMissingLong',
        ),
      },
    }),
    ways: waysView(agreement, tried.ways?.input ?? storedWays(agreement), tried.ways?.problems ?? [], t),
    stranded: tried.ways?.stranded && t('agreements.stranded', { services: tried.ways.stranded }),
    fields: fields
      .filter(({ role }) => role !== 'merchant')
      .map((field) => ({
        ...fieldView(field, field.value, tried.keys, t),
        ...(field.role === 'secret' && kept(field, t)),
      })),
    keysProblem: keysProblem(tried.keys?.problem, t),
    oldKeys: old.length > 0 ? t('agreements.oldKeys', { fields: old.join(', ') }) : undefined,
    mayChange,
  };
}

export function keysProblem(problem: 'refused' | 'no_answer' | undefined, t: Translate): string | undefined {
  return problem && t(keysProblems[problem]);
}

/** One field: what stands in it, or what was posted and could not be used. */
export function fieldView(
  field: AgreementField,
  value: string,
  tried: AgreementTry['keys'],
  t: Translate,
): AgreementFieldView {
  const { name, kind, role, optional } = field;
  const title = field.title[t.language];
  const posted = tried?.form.get(fieldName(name));
  const isMissing = (posted ?? '').trim() === '';
  return {
    name: fieldName(name),
    label: title,
    hint: field.hint?.[t.language],
    kind,
    secret: role === 'secret',
    optional,
    options:
      field.options &&
      Object.entries(field.options).map(([each, words]) => ({ value: each, label: words[t.language] })),
    // A secret is never sent back, not even to who wrote it.
    value: role === 'secret' ? '' : (posted ?? value),
    ...(tried?.fields?.includes(name) && {
      error: t(isMissing ? 'agreements.fieldMissing' : 'agreements.fieldWrong', { title }),
    }),
  };
}

/** What a contract is called and allows, as a form. */
export function waysView(
  { methods, cardTypes }: { methods: readonly PaymentMethod[]; cardTypes: readonly CardType[] },
  input: WaysInput,
  problems: readonly WaysProblem[],
  t: Translate,
): AgreementWaysView {
  return {
    displayName: input.displayName,
    methods: methods.map(({ name, words }) => ({ value: name, label: words[t.language] })),
    chosenMethods: input.methods,
    cardTypes: cardTypeOptions(cardTypes, t),
    chosenCardTypes: input.cardTypes,
    ...(problems.includes('name') && { nameError: t('agreements.nameMissing') }),
    ...(problems.includes('name_taken') && { nameError: t('agreements.nameTaken') }),
    ...(problems.includes('methods') && { methodsError: t('agreements.methodsMissing') }),
    ...(problems.includes('cardTypes') && { cardTypesError: t('agreements.cardTypesMissing') }),
  };
}

/** What a posted form says of them. */
export function readWays(form: URLSearchParams): WaysInput {
  return {
    displayName: (form.get('displayName') ?? '').trim(),
    methods: form.getAll('methods'),
    cardTypes: form.getAll('cardTypes'),
  };
}

/** An empty list is everything, and everything is ticked then. */
function storedWays({ displayName, methods, allowedMethods, cardTypes, allowedCardTypes }: ReadAgreement) {
  return {
    displayName,
    methods: allowedMethods.length > 0 ? allowedMethods : methods.map(({ name }) => name),
    cardTypes: allowedCardTypes.length > 0 ? allowedCardTypes : cardTypes,
  };
}

/** A secret that is stored may be left empty. */
function kept({ hint }: AgreementField, t: Translate): Pick<AgreementFieldView, 'hint' | 'optional'> {
  return { hint: [t('agreements.keySet'), hint?.[t.language]].filter(Boolean).join(' '), optional: true };
}

function valueInWords({ kind, options, value }: ReadAgreement['fields'][number], t: Translate): string {
  if (kind === 'switch') return t(value === 'yes' ? 'agreements.yes' : 'agreements.no');
  return options?.[value]?.[t.language] ?? value;
}
