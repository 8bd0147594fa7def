import type { SettlementTermsPageProps, TermField } from '@/components/admin/settlement-terms-page.tsx';
import { divide, multiply, parseDecimal, toFixed } from '@/lib/core/decimal.ts';
import { currencies } from '@/lib/core/money.ts';
import { columnNames, neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import { dateFormats } from '@/lib/reconciliation/report/read-date.ts';
import { lineTypes } from '@/lib/reconciliation/report/settlement-line.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { SettlementTermsInput } from '@/lib/workflow/reconciling/save-terms.ts';

/** Values of the form's fields by name; a name is a path into the terms. */
export type TermValues = Record<string, string>;

/** What the form begins with: what is stored, else the neutral format. */
export function termValues(stored: SettlementTermsInput | undefined, today: string): TermValues {
  const { mapping, delayDays, deliveryDays, startsOn, fee } = stored ?? {
    mapping: neutralMapping,
    delayDays: 5,
    deliveryDays: 1,
    startsOn: today,
    fee: null,
  };
  const kroner = (minor: number | undefined) =>
    minor === undefined ? '' : toFixed(divide(String(minor), '100'), 2);
  return {
    delayDays: String(delayDays),
    deliveryDays: String(deliveryDays),
    startsOn,
    'fee.payment.fixedMinor': kroner(fee?.payment.fixedMinor),
    'fee.payment.basisPoints': kroner(fee?.payment.basisPoints),
    'fee.refund.fixedMinor': kroner(fee?.refund.fixedMinor),
    'fee.toleranceMinor': kroner(fee?.toleranceMinor),
    'mapping.separator': mapping.separator === '\t' ? 'tab' : mapping.separator,
    'mapping.encoding': mapping.encoding,
    'mapping.dates': mapping.dates,
    'mapping.amounts.unit': mapping.amounts.unit,
    'mapping.amounts.decimalSign': mapping.amounts.decimalSign,
    'mapping.amounts.refundSign': mapping.amounts.refundSign,
    'mapping.amounts.feeSign': mapping.amounts.feeSign,
    'mapping.currency': mapping.currency ?? '',
    ...Object.fromEntries(
      columnNames.map((name) => [`mapping.headers.${name}`, mapping.headers[name] ?? '']),
    ),
    ...Object.fromEntries(lineTypes.map((type) => [`mapping.types.${type}`, mapping.types[type].join(', ')])),
  };
}

/** What was posted, as the use case takes it; what cannot be read is NaN or absent there, and refused by its path. */
export function readTerms(form: URLSearchParams): unknown {
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const days = (name: string) => (/^\d{1,3}$/.test(text(name)) ? Number(text(name)) : Number.NaN);
  // Kroner to øre, and per cent to hundredths of a per cent.
  const hundredths = (name: string) => {
    if (text(name) === '') return 0;
    const decimal = parseDecimal(text(name));
    return decimal === undefined ? Number.NaN : Number(multiply(decimal, '100'));
  };
  const fixed = text('fee.payment.fixedMinor');
  return {
    delayDays: days('delayDays'),
    deliveryDays: days('deliveryDays'),
    startsOn: text('startsOn'),
    fee:
      fixed === ''
        ? null
        : {
            payment: {
              fixedMinor: hundredths('fee.payment.fixedMinor'),
              basisPoints: hundredths('fee.payment.basisPoints'),
            },
            refund: { fixedMinor: hundredths('fee.refund.fixedMinor'), basisPoints: 0 },
            toleranceMinor: hundredths('fee.toleranceMinor'),
          },
    mapping: {
      separator: text('mapping.separator') === 'tab' ? '\t' : text('mapping.separator'),
      encoding: text('mapping.encoding'),
      dates: text('mapping.dates'),
      amounts: {
        unit: text('mapping.amounts.unit'),
        decimalSign: text('mapping.amounts.decimalSign'),
        refundSign: text('mapping.amounts.refundSign'),
        feeSign: text('mapping.amounts.feeSign'),
      },
      ...(text('mapping.currency') && { currency: text('mapping.currency') }),
      headers: Object.fromEntries(
        columnNames.flatMap((name) => {
          const header = text(`mapping.headers.${name}`);
          return header ? [[name, header]] : [];
        }),
      ),
      types: Object.fromEntries(lineTypes.map((type) => [type, wordsOf(text(`mapping.types.${type}`))])),
    },
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

type Choices = readonly (readonly [value: string, label: TextKey | { text: string }])[];
const separators: Choices = [
  [';', 'reconciliation.separatorSemicolon'],
  [',', 'reconciliation.separatorComma'],
  ['tab', 'reconciliation.separatorTab'],
  ['|', 'reconciliation.separatorBar'],
];
const encodings: Choices = [
  ['utf-8', { text: 'UTF-8' }],
  ['windows-1252', { text: 'Windows-1252' }],
];
const dates: Choices = dateFormats.map((format) => [
  format,
  format === 'instant' ? 'reconciliation.dateInstant' : { text: format },
]);
const units: Choices = [
  ['minor', 'reconciliation.unitMinor'],
  ['major', 'reconciliation.unitMajor'],
];
const decimalSigns: Choices = [
  ['comma', 'reconciliation.decimalComma'],
  ['point', 'reconciliation.decimalPoint'],
];
const signs: Choices = [
  ['negative', 'reconciliation.signNegative'],
  ['positive', 'reconciliation.signPositive'],
];
const required = ['settledOn', 'type', 'amount'];

/** The form's groups of fields; `wrong` are paths that the use case refused. */
export function termGroups(
  values: TermValues,
  wrong: readonly string[],
  t: Translate,
): SettlementTermsPageProps['groups'] {
  const field = (name: string, label: TextKey, more: Partial<TermField> = {}): TermField => {
    const refused = wrong.some((path) => `${path}.`.startsWith(`${name}.`) || name.startsWith(`${path}.`));
    return {
      name,
      label: t(label),
      value: values[name] ?? '',
      ...(refused && { error: t('reconciliation.fieldWrong', { label: t(label) }) }),
      ...more,
    };
  };
  const choice = (name: string, label: TextKey, choices: Choices) =>
    field(name, label, {
      options: choices.map(([value, said]) => ({
        value,
        label: typeof said === 'string' ? t(said) : said.text,
      })),
    });
  const amount = (name: string, label: TextKey, suffix = 'kr') =>
    field(name, label, { suffix, inputMode: 'decimal', optional: true });
  return [
    {
      title: t('reconciliation.agreedTitle'),
      fields: [
        field('delayDays', 'reconciliation.delayDays', {
          hint: t('reconciliation.delayDaysHint'),
          inputMode: 'numeric',
        }),
        field('deliveryDays', 'reconciliation.deliveryDays', {
          hint: t('reconciliation.deliveryDaysHint'),
          inputMode: 'numeric',
        }),
        field('startsOn', 'reconciliation.startsOn', { hint: t('reconciliation.startsOnHint') }),
      ],
    },
    {
      title: t('reconciliation.feesTitle'),
      hint: t('reconciliation.feesHint'),
      fields: [
        amount('fee.payment.fixedMinor', 'reconciliation.feeFixed'),
        amount('fee.payment.basisPoints', 'reconciliation.feePercent', '%'),
        amount('fee.refund.fixedMinor', 'reconciliation.refundFeeFixed'),
        amount('fee.toleranceMinor', 'reconciliation.feeTolerance'),
      ],
    },
    {
      title: t('reconciliation.fileTitle'),
      fields: [
        choice('mapping.separator', 'reconciliation.separator', separators),
        choice('mapping.encoding', 'reconciliation.encoding', encodings),
        choice('mapping.dates', 'reconciliation.dates', dates),
        choice('mapping.amounts.unit', 'reconciliation.unit', units),
        choice('mapping.amounts.decimalSign', 'reconciliation.decimalSign', decimalSigns),
        choice('mapping.amounts.refundSign', 'reconciliation.refundSign', signs),
        choice('mapping.amounts.feeSign', 'reconciliation.feeSign', signs),
        field('mapping.currency', 'reconciliation.currencyOfAll', {
          options: currencies.map((code) => ({ value: code, label: code })),
          emptyText: t('reconciliation.currencyColumn'),
        }),
      ],
    },
    {
      title: t('reconciliation.columnsTitle'),
      fields: columnNames.map((name) =>
        field(`mapping.headers.${name}`, `reconciliation.column_${name}`, {
          optional: !required.includes(name),
        }),
      ),
    },
    {
      title: t('reconciliation.wordsTitle'),
      hint: t('reconciliation.wordsHint'),
      fields: lineTypes.map((type) =>
        field(`mapping.types.${type}`, `reconciliation.word_${type}`, { optional: type !== 'payment' }),
      ),
    },
  ];
}
