import { ExpressionError } from './expression-error.ts';
import type { ExpressionContext } from './function.ts';
import { pathInRow } from './row.ts';

/** A text resource of an Altinn app: `{0}`, `{1}` stand for its variables in order. */
export interface TextResource {
  value: string;
  variables?: readonly TextVariable[];
}

export interface TextVariable {
  key: string;
  /** `dataModel.default`, `applicationSettings`, `instanceContext`; anything else has no value. */
  dataSource: string;
  defaultValue?: string;
}

/**
 * A text with its variables filled in. One without a value reads as its default, else as its own key, as in Altinn. In a data model
 * path, `Group[{0}].Field` and `Group.Field` both mean the current row.
 */
export function fillText({ value, variables = [] }: TextResource, context: ExpressionContext): string {
  return value.replace(/\{(\d{1,3})\}/g, (placeholder, position: string) => {
    const variable = variables[Number(position)];
    return variable ? (looked(variable, context) ?? variable.defaultValue ?? variable.key) : placeholder;
  });
}

function looked({ key, dataSource }: TextVariable, context: ExpressionContext): string | undefined {
  const own = (record: object | undefined): unknown =>
    record !== undefined && Object.hasOwn(record, key) ? record[key as keyof typeof record] : undefined;
  if (dataSource === 'applicationSettings') return shown(own(context.settings));
  if (dataSource === 'instanceContext') return shown(own(context.instance));
  const [source, dataType] = dataSource.split('.');
  if (source !== 'dataModel') return undefined;
  const path = pathInRow(key.replace(/\[\{\d+\}\]/g, ''), context.row ?? []);
  try {
    return shown(context.dataModel(path, dataType));
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function shown(found: unknown): string | undefined {
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined;
}
