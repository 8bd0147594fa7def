import { cardDigits } from '@/lib/core/card-digits.ts';
import { formatDecimal } from '@/lib/core/decimal.ts';
import { formatMoney } from '@/lib/core/money.ts';
import type { VatCode } from '@/lib/core/order.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import type { ReceiptData } from './receipt-data.ts';

export interface ReceiptRow {
  term: string;
  detail: string;
}

/** A receipt in words, ready to be drawn: page, print and PDF show the same. */
export interface ReceiptView {
  title: string;
  number: string;
  owner: string;
  service: string;
  lede: string;
  /** Only of the test environment. */
  testNotice?: string;
  facts: ReceiptRow[];
  lines?: ReceiptLines;
  payment: ReceiptRow[];
  signatures: string[];
}

export interface ReceiptLines {
  title: string;
  columns: string[];
  rows: { what: string; explained: string; quantity: string; net: string; vat: string; gross: string }[];
  /** Sums, the last one is what was paid. */
  sums: ReceiptRow[];
}

/** @param language the receipt's own by default; the frozen words of service and lines stay in that one. */
export function describeReceipt(data: ReceiptData, language = data.language): ReceiptView {
  const t = translator(language);
  const at = (instant: string) => formatDateTime(new Date(instant), language);
  return {
    title: t(titles[data.series]),
    number: data.number,
    owner: data.owner.name,
    service: data.serviceTitle,
    lede: lede(data, t),
    ...(data.environment === 'test' && { testNotice: t('receipt.testNotice') }),
    facts: compact([
      [t('receipt.number'), data.number],
      [t('receipt.owner'), withOrgNumber(data.owner, t)],
      [t('receipt.service'), data.serviceTitle],
      [t('receipt.party'), withOrgNumber(data.party, t)],
      [t('receipt.doneBy'), data.doneBy],
      [t('receipt.caseReference'), data.caseReference],
      [t('receipt.archiveReference'), data.archiveReference],
      [t('receipt.submittedAt'), data.submittedAt && at(data.submittedAt)],
      [t('receipt.paidAt'), data.paidAt && at(data.paidAt)],
      [t(data.credit ? 'receipt.refundedAt' : 'receipt.completedAt'), at(data.completedAt)],
      [
        t('receipt.received'),
        data.received && t(receivedTexts[data.received.rule], { at: at(data.received.at) }),
      ],
      [t('receipt.creditOf'), data.credit?.receiptNumber],
      [t('receipt.creditReason'), data.credit?.reason],
      [t('receipt.creditShare'), data.credit?.shared && t('receipt.creditShared')],
    ]),
    ...(data.lines.length > 0 && { lines: describeLines(data, t) }),
    payment: data.payment ? describePayment(data.payment, t, data.credit !== undefined) : [],
    signatures: data.signatures.map((signature) =>
      t('receipt.signature', {
        name: signature.name,
        at: at(signature.at),
        level: levelWords(signature.acr, t),
      }),
    ),
  };
}

const titles = {
  receipt: 'receipt.titleReceipt',
  confirmation: 'receipt.titleConfirmation',
  credit_note: 'receipt.titleCreditNote',
} as const;
const receivedTexts = {
  submitted: 'receipt.receivedSubmitted',
  paid: 'receipt.receivedPaid',
  completed: 'receipt.receivedCompleted',
} as const;
const linesTitles = {
  receipt: 'receipt.linesTitle',
  confirmation: 'receipt.linesTitleFree',
  credit_note: 'receipt.linesTitleCredit',
} as const;

function lede(data: ReceiptData, t: Translate): string {
  if (!data.payment) return t('receipt.confirmedLede');
  const amount = formatMoney(
    { amountMinor: Math.abs(data.payment.totalMinor), currency: data.payment.currency },
    t.language,
  );
  return t(data.series === 'credit_note' ? 'receipt.creditedLede' : 'receipt.paidLede', { amount });
}

function withOrgNumber(of: { name: string; orgNumber?: string }, t: Translate): string {
  return of.orgNumber ? `${of.name}, ${t('receipt.orgNumber', { number: of.orgNumber })}` : of.name;
}

function describeLines(data: ReceiptData, t: Translate): ReceiptLines {
  const currency = data.payment?.currency ?? 'NOK';
  const sum = (of: 'netMinor' | 'vatMinor' | 'grossMinor') =>
    data.lines.reduce((total, line) => total + line[of], 0);
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, t.language);
  const taxed = data.lines.some((line) => line.vatMinor !== 0);
  const shown = data.credit ? data.lines.filter(({ grossMinor }) => grossMinor !== 0) : data.lines;
  return {
    title: t(linesTitles[data.series]),
    columns: [
      t('receipt.columnWhat'),
      t('receipt.columnQuantity'),
      t('receipt.columnNet'),
      t('receipt.columnVat'),
      t('receipt.columnGross'),
    ],
    rows: shown.map((line) => ({
      what: line.name,
      explained: line.explained,
      quantity: formatDecimal(line.quantity, t.language),
      net: money(line.netMinor),
      vat: vatWords(line.vatCode, money(line.vatMinor), t),
      gross: money(line.grossMinor),
    })),
    sums: compact([
      [t('receipt.sumNet'), taxed && money(sum('netMinor'))],
      [t('receipt.sumVat'), taxed && money(sum('vatMinor'))],
      [t('receipt.sumTotal'), money(sum('grossMinor'))],
    ]),
  };
}

function vatWords(code: VatCode, amount: string, t: Translate): string {
  if (code === 'outside') return t('receipt.vatOutside');
  if (code === 'exempt') return t('receipt.vatExempt');
  return t('receipt.vatRate', { rate: code, amount });
}

function describePayment(
  payment: NonNullable<ReceiptData['payment']>,
  t: Translate,
  isCredit: boolean,
): ReceiptRow[] {
  return compact([
    [t('receipt.paymentDescription'), payment.description],
    [
      t(isCredit ? 'receipt.methodCredit' : 'receipt.method'),
      methodWords(payment.method, payment.maskedCard),
    ],
    [t('receipt.paymentReference'), payment.reference],
    [t('receipt.kid'), payment.kid],
  ]);
}

/** `Visa •••• 0004` */
function methodWords(method: string | undefined, maskedCard: string | undefined): string | undefined {
  return [method, cardDigits(maskedCard)].filter(Boolean).join(' ') || undefined;
}

/** The level of a sign-in in words; a level that we have no word for answers with its own name. */
function levelWords(acr: string, t: Translate): string {
  const keys: Record<string, Parameters<Translate>[0]> = {
    'idporten-loa-low': 'receipt.levelLow',
    'idporten-loa-substantial': 'receipt.levelSubstantial',
    'idporten-loa-high': 'receipt.levelHigh',
  };
  const key = keys[acr];
  return key ? t(key) : acr;
}

function compact(rows: [string, string | false | undefined][]): ReceiptRow[] {
  return rows.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
}
