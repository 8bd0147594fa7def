import { isRecord } from './json-shape.ts';

/** An RFC 7807 problem as the provider writes it, also inside `failed` and `failedAttempts`. */
export interface PayexProblem {
  /** The end of `type`: `creditcard/acquirererror`, `paymentorders/inputerror`, `swishdeclined`. Lower case. */
  id: string;
  /** As delivered; mostly `https://api.payex.com/psp/errordetail/<id>`, in places the id alone. */
  type: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  /** What the provider suggests, e.g. `RetryNewData`. */
  action?: string;
  sessionId?: string;
  problems: readonly { name: string; description: string }[];
}

/** Reads a problem out of parsed JSON; undefined when it has no `type`. Never throws. */
export function readProblem(json: unknown): PayexProblem | undefined {
  if (!isRecord(json) || typeof json.type !== 'string' || json.type === '') return undefined;
  const text = (name: string): string | undefined => {
    const value = json[name];
    return typeof value === 'string' ? value.slice(0, 500) : undefined;
  };
  const members = Array.isArray(json.problems) ? json.problems.slice(0, 50) : [];
  return {
    id: problemIdOf(json.type),
    type: json.type.slice(0, 300),
    title: text('title'),
    status: typeof json.status === 'number' ? json.status : undefined,
    detail: text('detail'),
    instance: text('instance'),
    action: text('action'),
    sessionId: text('sessionId'),
    problems: members.filter(isRecord).map(({ name, description }) => ({
      name: String(name ?? '').slice(0, 200),
      description: String(description ?? '').slice(0, 500),
    })),
  };
}

/** `https://api.payex.com/psp/errordetail/creditcard/carddeclined` → `creditcard/carddeclined`. */
export function problemIdOf(type: string): string {
  const at = type.toLowerCase().indexOf('/errordetail/');
  return (at < 0 ? type : type.slice(at + '/errordetail/'.length)).toLowerCase().slice(0, 200);
}

/** Its last word, e.g. `inputerror`: the area before it differs between the provider's own examples. */
export function problemNameOf(problem: PayexProblem): string {
  return problem.id.split('/').at(-1) ?? problem.id;
}
