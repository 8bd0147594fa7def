import type { Translate } from '@/lib/texts/translate.ts';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { Field } from '../ui/field.tsx';
import type { Option } from '../ui/option.ts';
import { TextInput } from '../ui/text-input.tsx';

/** What a contract is called, and what it allows. */
export interface AgreementWaysView {
  displayName: string;
  nameError?: string;
  methods: readonly Option[];
  chosenMethods: readonly string[];
  methodsError?: string;
  /** Empty where the provider does not tell kinds of cards apart. */
  cardTypes: readonly Option[];
  chosenCardTypes: readonly string[];
  cardTypesError?: string;
}

/** The fields for them. */
export function AgreementWays({ ways, t }: { ways: AgreementWaysView; t: Translate }) {
  return (
    <>
      <Field
        id="displayName"
        label={t('agreements.displayName')}
        hint={t('agreements.displayNameHint')}
        error={ways.nameError}
      >
        {(control) => (
          <TextInput
            {...control}
            name="displayName"
            characters={44}
            autoComplete="off"
            defaultValue={ways.displayName}
          />
        )}
      </Field>
      <CheckboxGroup
        id="methods"
        name="methods"
        legend={t('agreements.methods')}
        hint={t('agreements.methodsHint')}
        options={ways.methods}
        values={ways.chosenMethods}
        error={ways.methodsError}
      />
      {ways.cardTypes.length > 0 ? (
        <CheckboxGroup
          id="cardTypes"
          name="cardTypes"
          legend={t('agreements.cardTypes')}
          options={ways.cardTypes}
          values={ways.chosenCardTypes}
          error={ways.cardTypesError}
        />
      ) : null}
    </>
  );
}

/** What is wrong with them, for an error summary. */
export function waysErrors({ nameError, methodsError, cardTypesError }: AgreementWaysView) {
  return [
    ...(nameError ? [{ fieldId: 'displayName', message: nameError }] : []),
    ...(methodsError ? [{ fieldId: 'methods', message: methodsError }] : []),
    ...(cardTypesError ? [{ fieldId: 'cardTypes', message: cardTypesError }] : []),
  ];
}
