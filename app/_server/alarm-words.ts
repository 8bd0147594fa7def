import { alarmValueNames, isAlarmKind } from '@/lib/audit/alarm-kinds.ts';
import type { Money } from '@/lib/core/money.ts';
import { formatMoney } from '@/lib/core/money.ts';
import type { Translate } from '@/lib/texts/translate.ts';

/** An alarm for the people of a service owner: what has happened, and what they do about it. Its technical detail is the log's. */
export function alarmWords(
  { kind, values }: { kind: string; values: unknown },
  t: Translate,
): { title: string; text: string } {
  if (!isAlarmKind(kind)) return { title: t('alarm.unknown'), text: t('alarm.unknown_do') };
  const given = values !== null && typeof values === 'object' ? (values as Record<string, unknown>) : {};
  // An alarm that was opened before its kind had values still reads as a sentence.
  const named = alarmValueNames[kind].map((name): [string, string] => [name, inWords(given[name], t)]);
  return {
    title: t.dynamic(`alarm.${kind}`),
    text: t.dynamic(`alarm.${kind}_do`, Object.fromEntries(named)),
  };
}

function inWords(value: unknown, { language }: Translate): string {
  if (isMoney(value)) return formatMoney(value, language);
  return typeof value === 'string' && value !== '' ? value : '–';
}

function isMoney(value: unknown): value is Money {
  return (
    value !== null &&
    typeof value === 'object' &&
    'amountMinor' in value &&
    typeof value.amountMinor === 'number' &&
    'currency' in value &&
    typeof value.currency === 'string'
  );
}
