import type { Translate } from '@/lib/texts/translate.ts';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { Field } from '../ui/field.tsx';
import type { Option } from '../ui/option.ts';
import { Select } from '../ui/select.tsx';

/** Options to tick, and what somebody else saved meanwhile where that differs. */
interface Ticked {
  options: readonly Option[];
  chosen: readonly string[];
  theirs?: string;
}

/** What a service is paid under and with. */
export interface PaymentSectionView {
  agreements: readonly Option[];
  agreement: string;
  agreementTheirs?: string;
  methods: Ticked;
  /** Without options: what to say in their place. */
  cardTypes: Ticked;
  /** What the provider can and cannot do of it, in words. */
  notes: readonly string[];
}

/** The agreement of a service, and what of it the service is limited to. */
export function PaymentFields({ payment, t }: { payment: PaymentSectionView; t: Translate }) {
  const { agreements, agreement, agreementTheirs, methods, cardTypes, notes } = payment;
  const theirs = (text: string | undefined) =>
    text === undefined ? '' : ` ${t('adminService.conflictTheirs', { text })}`;
  return (
    <>
      <Field
        id="agreement"
        label={t('adminService.agreementLabel')}
        hint={t('adminService.agreementHint') + theirs(agreementTheirs)}
      >
        {(control) => <Select {...control} name="agreement" options={agreements} defaultValue={agreement} />}
      </Field>
      {methods.options.length > 0 ? (
        <CheckboxGroup
          id="methods"
          name="methods"
          legend={t('adminService.methodsLegend')}
          hint={t('adminService.methodsHint') + theirs(methods.theirs)}
          options={methods.options}
          values={methods.chosen}
        />
      ) : null}
      {cardTypes.options.length > 0 ? (
        <CheckboxGroup
          id="cardTypes"
          name="cardTypes"
          legend={t('adminService.cardTypesLegend')}
          hint={t('adminService.cardTypesHint') + theirs(cardTypes.theirs)}
          options={cardTypes.options}
          values={cardTypes.chosen}
        />
      ) : null}
      {notes.map((note) => (
        <p key={note} className="kv-muted">
          {note}
        </p>
      ))}
    </>
  );
}
