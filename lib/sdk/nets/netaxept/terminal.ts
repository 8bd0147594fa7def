import { checkTransactionId } from './checks.ts';

export interface TerminalReturn {
  transactionId: string;
  /**
   * `ok`: the terminal phase ended well, which is not yet paid. `cancelled`: the payer left it. `failed`: anything else; the code
   * is the provider's own.
   */
  outcome: 'ok' | 'cancelled' | 'failed';
  responseCode: string;
}

export interface TerminalResource {
  /** Where the payer's browser is sent. @throws NetsUsageError */
  url(transactionId: string): string;
}

export function terminalResource({
  baseHref,
  merchantId,
}: {
  baseHref: string;
  merchantId: string;
}): TerminalResource {
  return {
    url(transactionId) {
      const query = new URLSearchParams({
        merchantId,
        transactionId: checkTransactionId(transactionId, 'terminal.url'),
      });
      return `${baseHref}/Terminal/default.aspx?${query}`;
    },
  };
}

/**
 * What the browser brings back to `redirectUrl`. Nothing signs it and the payer can change it: a hint to ask, never a proof.
 * Undefined when it is no such return.
 */
export function readTerminalReturn(
  query: URLSearchParams | Readonly<Record<string, string>>,
): TerminalReturn | undefined {
  const given = query instanceof URLSearchParams ? query : new URLSearchParams(query);
  const transactionId = given.get('transactionId');
  const responseCode = given.get('responseCode');
  if (!transactionId || !responseCode) return undefined;
  const outcome = outcomes[responseCode.toLowerCase()] ?? 'failed';
  return { transactionId, outcome, responseCode: responseCode.slice(0, 50) };
}

const outcomes: Readonly<Record<string, TerminalReturn['outcome']>> = { ok: 'ok', cancel: 'cancelled' };
