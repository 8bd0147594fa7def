import type { Response } from 'express';

/** As the real one does: a form's fields under the type of a page. */
export function send(response: Response, fields: Record<string, string>): void {
  response
    .set('content-type', 'text/html; charset=iso-8859-1')
    .end(Buffer.from(new URLSearchParams(fields).toString(), 'latin1'));
}
