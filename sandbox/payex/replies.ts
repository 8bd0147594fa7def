/** An HTTP answer of the API, made by an operation and sent by the routes. */
export interface Reply {
  status: number;
  body?: unknown;
}

/** RFC 7807 as the provider writes it, in replies and in `failed` and `failedAttempts`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  problems: { name: string; description: string }[];
}

const errorDetail = 'https://api.payex.com/psp/errordetail/';

/** `id` is the end of the type: `paymentorders/inputerror`, `creditcard/carddeclined`, `swishdeclined`. */
export function newProblem(
  id: string,
  status: number,
  title: string,
  detail: string,
  problems: Problem['problems'] = [],
): Problem {
  return { type: `${errorDetail}${id}`, title, status, detail, problems };
}

export function reply(problem: Problem): Reply {
  return { status: problem.status, body: problem };
}

/** 400 with what is wrong, by field. The texts of the fields are the sandbox's own. */
export function inputError(problems: Problem['problems']): Reply {
  const detail = 'Input validation failed, error description in problems node!';
  return reply(newProblem('paymentorders/inputerror', 400, 'Error in input data', detail, problems));
}

export const notFound = reply(
  newProblem('paymentorders/notfound', 404, 'Not found', 'The resource could not be found.'),
);

/** An operation whose rel is absent. That it is refused is documented, with which problem is not. */
export function forbidden(detail: string): Reply {
  return reply(newProblem('paymentorders/forbidden', 403, 'Operation not allowed', detail));
}

export function configurationError(detail: string): Reply {
  return reply(newProblem('paymentorders/configurationerror', 403, 'Configuration error', detail));
}

export const systemError = newProblem(
  'systemerror',
  500,
  'Error in System',
  'A system error occurred. We are working on it.',
);
