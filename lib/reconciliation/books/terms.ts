import type { SettlementTerms } from '@/lib/db/generated/client.ts';
import { agreedFee } from '../compare/agreed-fee.ts';
import type { Terms } from '../compare/facts.ts';
import { type ColumnMapping, columnMapping } from '../report/column-mapping.ts';

/** The stored terms as the comparison takes them. @throws ZodError when the row is not what was once written. */
export function termsOf(row: SettlementTerms): Terms {
  return {
    delayDays: row.delayDays,
    deliveryDays: row.deliveryDays,
    startsOn: row.startsOn,
    fee: row.fee === null ? null : agreedFee.parse(row.fee),
  };
}

export function mappingOf(row: SettlementTerms): ColumnMapping {
  return columnMapping.parse(row.mapping);
}
