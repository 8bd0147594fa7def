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

/** What is paid for, line by line in words, and the sum. Two columns, so that the amounts are seen on a phone. */
export function OrderTable({ lines, currency, vatMinor, totalMinor, translate }: Props) {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, translate.language);
  const total = [translate('payment.total'), <strong key="sum">{money(totalMinor)}</strong>];
  return (
    <div className="kv-stack" data-gap="xs">
      <Table
        caption={translate('payment.lineHow')}
        columns={[
          { header: translate('payment.lineWhat') },
          { header: translate('payment.lineAmount'), align: 'end' },
        ]}
        rows={lines.map((line) => [
          <>
            {line.name}
            <span className="kv-muted kv-small kv-price-explained">{line.explained}</span>
          </>,
          money(line.grossMinor),
        ])}
        footRows={vatMinor > 0 ? [total, [translate('payment.vatIncluded'), money(vatMinor)]] : [total]}
      />
      {vatMinor > 0 ? null : <p className="kv-muted kv-small">{translate('payment.noVat')}</p>}
    </div>
  );
}
