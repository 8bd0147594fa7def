import type { ReplyContext } from '../http.ts';
import { ReplyShapeError } from '../reply-shape.ts';
import { FlexWinLoginError, FlexWinRefusedError } from './errors.ts';
import { reasonOf } from './reasons.ts';

export type ReplyFields = Readonly<Record<string, string | undefined>>;

/** `name=value&…` on one line, as every function but the `.pml` ones answers; throws ReplyShapeError for a page. */
export function readFields(text: string, { details }: ReplyContext): ReplyFields {
  // What the provider's own shop module looks for: a wrong login is answered with a page.
  if (/Login problems\?/i.test(text))
    throw new FlexWinLoginError('The API user is not let in', details('refused'));
  if (text.trimStart().startsWith('<')) throw new ReplyShapeError('a page, not fields');
  return Object.fromEntries(new URLSearchParams(text.trim()));
}

/** A call that changes something: `status=ACCEPTED`, or `result=0` where there is no status. Throws FlexWinRefusedError for a no. */
export function readAnswer(text: string, context: ReplyContext): ReplyFields {
  const fields = readFields(text, context);
  const { status, result } = fields;
  const word = status?.toUpperCase();
  const isYes = word === undefined ? result === '0' : word === 'ACCEPTED' && (result ?? '0') === '0';
  if (isYes) return fields;
  const isNo = word === undefined ? /^\d+$/.test(result ?? '') : word === 'DECLINED' || word === 'FAILED';
  if (!isNo) throw new ReplyShapeError('neither a yes nor a no');
  throw refusal(fields, context);
}

function refusal(fields: ReplyFields, { details }: ReplyContext): FlexWinRefusedError {
  const code = fields.reason ?? fields.result;
  const reason = code !== undefined && /^\d{1,4}$/.test(code) ? Number(code) : undefined;
  const { text, outcome } = reasonOf(reason);
  return new FlexWinRefusedError({ reason, text, detail: fields.message?.slice(0, 300) }, details(outcome));
}

/** A number as text; throws ReplyShapeError. */
export function numberOf(value: string | undefined, name: string): number {
  const text = value?.trim() ?? '';
  if (!/^\d{1,12}$/.test(text)) throw new ReplyShapeError(`${name} is not a number`);
  return Number(text);
}
