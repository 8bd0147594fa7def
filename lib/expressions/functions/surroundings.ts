import { type Answers, getAnswer } from '@/lib/core/answers.ts';
import { ExpressionError } from '../expression-error.ts';
import type { Call, ExpressionFunction, InstanceFacts } from '../function.ts';
import { type ExpressionValue, toText } from '../value.ts';

const instanceKeys: readonly (keyof InstanceFacts)[] = [
  'instanceId',
  'appId',
  'instanceOwnerPartyId',
  'instanceOwnerPartyType',
  'instanceOwnerName',
];

/** What lies around the answers: the case, the reader, settings and outside sources. */
export const surroundingFunctions: ExpressionFunction[] = [
  {
    id: 'language',
    arity: [0, 0],
    needs: () => 'language',
    evaluate: (call) => power(call, 'language'),
  },
  {
    id: 'instanceContext',
    arity: [1, 1],
    needs: () => 'instance',
    evaluate(call) {
      const key = call.text(0);
      const known = instanceKeys.find((each) => each === key);
      if (!known) throw new ExpressionError('lookup', `Unknown Instance context property ${named(key)}`);
      return power(call, 'instance')[known] ?? null;
    },
  },
  {
    id: 'authContext',
    arity: [1, 1],
    needs: () => 'may',
    evaluate(call) {
      const action = call.text(0);
      if (action === null) throw new ExpressionError('lookup', 'Auth context key cannot be null');
      const may = power(call, 'may')(action);
      if (may === undefined) {
        const task = call.context.task ?? '';
        throw new ExpressionError(
          'lookup',
          `Unknown Auth context property ${named(action)} for task ${task}`.trimEnd(),
        );
      }
      return may;
    },
  },
  {
    id: 'frontendSettings',
    arity: [1, 1],
    needs: () => 'settings',
    evaluate(call) {
      const key = call.text(0);
      if (key === null) throw new ExpressionError('lookup', "Value cannot be null. (Parameter 'key')");
      return own(call, power(call, 'settings'), key);
    },
  },
  {
    id: 'externalApi',
    arity: [2, 2],
    needs: () => 'externalApi',
    evaluate(call) {
      const [id, path] = [call.text(0), call.text(1)];
      if (id === null) throw new ExpressionError('lookup', 'Expected an external API id');
      const answer = power(call, 'externalApi')(id);
      return path ? toText(leaf(call, answer, path)) : null;
    },
  },
  {
    id: 'countDataElements',
    arity: [1, 1],
    needs: () => 'dataElements',
    evaluate(call) {
      const type = call.text(0);
      if (type === null) throw new ExpressionError('lookup', 'Expected dataType argument to be a string');
      return call.found(power(call, 'dataElements')(type));
    },
  },
];

/** An optional power of the context. @throws ExpressionError `not_supported` where it is not given. */
export function power<Name extends keyof Call['context']>(
  { context }: Call,
  name: Name,
): NonNullable<Call['context'][Name]> {
  const found = context[name];
  if (found === undefined || found === null)
    throw new ExpressionError('not_supported', `There is no ${name} to look up here`);
  return found;
}

/** An own property of a plain object as a value; null when it has none. */
export function own(
  call: Call,
  record: Readonly<Record<string, string | number | boolean | null>>,
  key: string,
): ExpressionValue {
  return Object.hasOwn(record, key) ? call.found(record[key]) : null;
}

/** The scalar at a path; objects and lists have no value. */
function leaf(call: Call, answer: unknown, path: string): ExpressionValue {
  try {
    const found = getAnswer(answer as Answers, path);
    return typeof found === 'object' ? null : call.found(found);
  } catch {
    throw new ExpressionError('lookup', `Bad path: ${named(path)}`);
  }
}

/** A key from outside in a message. */
export function named(key: string | null): string {
  return String(key).slice(0, 100);
}
