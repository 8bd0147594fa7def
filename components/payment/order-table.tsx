import { Table } from '@/components/ui/table.tsx';
import { type Currency, formatMoney } from '@/lib/core/money.ts';
import type { VatCode } from '@/lib/core/order.ts';
import type { Translate } from '@/lib/texts/translate.ts';

export interface OrderTableLine {
  name: string;
  explained: string;
  vatCode: VatCode;
  grossMinor: number;
}

interface Props {
  lines: OrderTableLine[];
  currency: Currency;
  vatMinor: number;
  totalMinor: number;
  translate: Translate;
}

/** What is paid for, line by line in words, and the sum. */
export function OrderTable({ lines, currency, vatMinor, totalMinor, translate }: Props) {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, translate.language);
  const vat =
    vatMinor > 0
      ? [translate('payment.vatIncluded'), '', money(vatMinor)]
      : [translate('payment.noVat'), '', ''];
  return (
    <Table
      caption={translate('payment.what')}
      columns={[
        { header: translate('payment.lineWhat') },
        { header: translate('payment.lineHow') },
        { header: translate('payment.lineAmount'), align: 'end' },
      ]}
      rows={lines.map((line) => [line.name, line.explained, money(line.grossMinor)])}
      footRows={[[translate('payment.total'), '', money(totalMinor)], vat]}
    />
  );
}
