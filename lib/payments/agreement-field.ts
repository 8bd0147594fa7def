import { z } from 'zod';
import type { Words } from './words.ts';

/** What a field of an agreement is to people. */
export interface FieldMeaning {
  title: Words;
  hint?: Words;
  /**
   * `merchant` names whom the money goes to: shown, and never changed, for payments under way are that merchant's.
   * `secret` is never shown again. `setting` is shown and may be changed.
   */
  role: 'merchant' | 'secret' | 'setting';
  /** The provider signs messages with it: when it is replaced the old value is kept after the new one, in a list. */
  keepsOld?: boolean;
  /** Of a choice: what each of its values is called. */
  options?: Readonly<Record<string, Words>>;
}

/** Meanings of the members of a provider's `config`: `z.string().register(agreementField, { … })`. */
export const agreementField = z.registry<FieldMeaning>();

/** One field of the form that an agreement is made with. */
export interface AgreementField extends FieldMeaning {
  /** Its name in the provider's `config`. */
  name: string;
  kind: 'text' | 'number' | 'choice' | 'switch';
  optional: boolean;
  /** What stands in it to begin with. */
  initial: string;
}

/** @throws when a member of the schema has no meaning here: then nobody could fill it in. */
export function agreementFields(config: z.ZodType): AgreementField[] {
  if (!(config instanceof z.ZodObject)) throw new Error('The credentials of a provider are not an object');
  return Object.entries(config.shape as Record<string, z.ZodType>).map(([name, schema]) => {
    const meaning = agreementField.get(schema);
    if (!meaning) throw new Error(`The credential "${name}" has no title`);
    const byItself = schema.safeParse(undefined);
    const initial = byItself.success ? asText(byItself.data) : '';
    return { ...meaning, name, kind: kindOf(schema), optional: byItself.success, initial };
  });
}

/** A form's texts as values for the schema; what is empty is left out, and what is no number is left to the schema to refuse. */
export function readFields(
  fields: readonly AgreementField[],
  form: URLSearchParams,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, kind } of fields) {
    const text = (form.get(fieldName(name)) ?? '').trim();
    if (kind === 'switch') values[name] = text === 'yes';
    else if (text !== '') values[name] = kind === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text;
  }
  return values;
}

/** The name of a field in the form. */
export function fieldName(name: string): string {
  return `field.${name}`;
}

/** A value as it stands in the form. */
export function asText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return value === undefined || value === null ? '' : String(value);
}

function kindOf(schema: z.ZodType): AgreementField['kind'] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return kindOf(schema.def.innerType as z.ZodType);
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodEnum) return 'choice';
  return schema instanceof z.ZodBoolean ? 'switch' : 'text';
}
