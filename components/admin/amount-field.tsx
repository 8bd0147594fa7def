import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** An amount of a price rule through time, as it is written. */
export interface AmountView {
  id: string;
  name: string;
  percent: boolean;
  valueField: string;
  fromField: string;
  /** The last one is empty, for a new amount from a day. */
  rows: readonly { from: string; value: string; valueError?: TextKey; fromError?: TextKey }[];
  /** What somebody else saved meanwhile, where it differs. */
  theirs?: string;
}

/** One line per amount and the day that it counts from. */
export function AmountField({ amount, t }: { amount: AmountView; t: Translate }) {
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{amount.name}</legend>
      {amount.theirs === undefined ? null : (
        <p data-field="description">{t('adminService.conflictTheirs', { text: amount.theirs })}</p>
      )}
      {amount.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div className="kv-row" data-align="end" key={index}>
          <Field
            id={amountFieldId(amount.valueField, index)}
            label={t(amount.percent ? 'adminService.percentValue' : 'adminService.amountValue')}
            error={row.valueError && t(row.valueError)}
          >
            {(control) => (
              <TextInput
                {...control}
                name={amount.valueField}
                inputMode="decimal"
                autoComplete="off"
                characters={14}
                defaultValue={row.value}
              />
            )}
          </Field>
          <Field
            id={amountFieldId(amount.fromField, index)}
            label={t('adminService.amountFrom')}
            hint={t('adminService.amountFromHint')}
            error={row.fromError && t(row.fromError)}
          >
            {(control) => (
              <TextInput
                {...control}
                name={amount.fromField}
                autoComplete="off"
                characters={12}
                defaultValue={row.from}
              />
            )}
          </Field>
        </div>
      ))}
    </fieldset>
  );
}

/** Id of a line's control: what an error summary links to. */
export function amountFieldId(field: string, row: number): string {
  return `${field}-${row}`;
}
