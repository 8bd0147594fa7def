import { DibsHttpError, DibsUsageError } from '../errors.ts';
import { type HttpConfig, type HttpRequest, send } from '../http.ts';
import { FlexWinLoginError } from './errors.ts';

export interface FlexWinConfig extends HttpConfig {
  merchantId: string;
  account: string | undefined;
  /** Of the API user; undefined when there is none. */
  authorization: string | undefined;
}

interface Call<T> extends Pick<HttpRequest<T>, 'operation' | 'path' | 'parse' | 'signal' | 'timeoutMs'> {
  fields: Readonly<Record<string, string>>;
  earlierUnknown?: boolean;
  isRead?: boolean;
}

/** One function of the API: a form out, Latin-1 text back. Those below `/cgi-adm/` need the API user. */
export async function callFunction<T>(config: FlexWinConfig, call: Call<T>): Promise<T> {
  const { fields, earlierUnknown = false, ...request } = call;
  const needsUser = call.path.startsWith('/cgi-adm/');
  if (needsUser && config.authorization === undefined)
    throw new DibsUsageError('this call needs an API user (`apiUser`)', call.operation);
  try {
    return await send(config, {
      ...request,
      earlierUnknown,
      body: new URLSearchParams(fields).toString(),
      headers: needsUser ? { authorization: config.authorization ?? '' } : {},
      charset: 'iso-8859-1',
    });
  } catch (error) {
    throw isTurnedAway(error) ? new FlexWinLoginError('The API user is not let in', error) : error;
  }
}

function isTurnedAway(error: unknown): error is DibsHttpError {
  return error instanceof DibsHttpError && (error.httpStatus === 401 || error.httpStatus === 403);
}

/** The `Authorization` header of an API user. */
export function basic({ name, password }: { name: string; password: string }): string {
  return `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
}

/** Digits only: nothing that could stand for another field in the signed text. */
export function checkTransact(transact: string, operation: string): void {
  if (!/^\d{1,20}$/.test(transact)) throw new DibsUsageError('not a transaction number', operation);
}
