import type { WaysToPayProps } from '@/components/payment/ways-to-pay.tsx';
import { writings } from '@/lib/core/writing.ts';
import { wordsOfMethod } from '@/lib/payments/method-words.ts';
import type { CardType, Choice, PaymentMethod } from '@/lib/payments/payment-method.ts';
import type { Problem } from '@/lib/services/problem.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { WaysToPay } from '@/lib/workflow/paying/ways-to-pay.ts';

export const cardTypeWords: Record<CardType, TextKey> = {
  debit: 'payment.debitCards',
  credit: 'payment.creditCards',
};

/** The same by itself, as something to tick. */
export function cardTypeOptions(
  types: readonly CardType[],
  t: Translate,
): { value: string; label: string }[] {
  return types.map((type) => {
    const words = t(cardTypeWords[type]);
    return { value: type, label: words.charAt(0).toUpperCase() + words.slice(1) };
  });
}

/** What a method is called, also where the agreement at hand does not have it. */
export function methodLabel(name: string, t: Translate): string {
  return wordsOfMethod(name)?.[t.language] ?? name;
}

/** A problem with a method called what people call it. */
export function withMethodLabel(problem: Problem, t: Translate): Problem {
  const { method } = problem.values ?? {};
  return method === undefined
    ? problem
    : { ...problem, values: { ...problem.values, method: methodLabel(method, t) } };
}

/** How a case may be paid, in the payer's words. @param chosen id of what was chosen before, if anything. */
export function waysWords(
  { allowed, methods, choices }: WaysToPay,
  chosen: string | undefined,
  t: Translate,
): Pick<WaysToPayProps, 'text' | 'options' | 'chosen'> {
  const onlyCards = allowed.cardTypes.map((type) => t(cardTypeWords[type]));
  const takesCards = methods.length === 0 || methods.some(({ isCard }) => isCard);
  const note =
    onlyCards.length > 0 && takesCards ? t('payment.onlyCards', { kinds: oneOf(onlyCards, t) }) : '';
  if (choices.length > 0)
    return {
      options: choices.map((choice) => ({ value: choice.id, ...optionWords(choice, note, t) })),
      chosen,
    };
  const names = methods.map(({ words }) => words[t.language]);
  const text = names.length > 0 ? oneOf(names, t) : t('payment.waysOnPage');
  return { text: note ? `${text}. ${note}` : text };
}

/** «Visa, Mastercard eller Dankort» */
export function oneOf(names: readonly string[], t: Translate): string {
  return new Intl.ListFormat(writings[t.language].tag, { type: 'disjunction' }).format(names);
}

function optionWords({ methods }: Choice, note: string, t: Translate): { label: string; hint?: string } {
  const [first] = methods;
  if (!first?.isCard) return { label: first?.words[t.language] ?? '' };
  const brands = oneOf(namesOf(methods, t), t);
  return { label: t('payment.card'), hint: note ? `${brands}. ${note}` : brands };
}

function namesOf(methods: readonly PaymentMethod[], t: Translate): string[] {
  return methods.map(({ words }) => words[t.language]);
}
