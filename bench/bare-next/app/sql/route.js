import { doSql } from '../../../floors/sql-work.mjs';

export const dynamic = 'force-dynamic';

/** The floor of our routes in the same framework: a bare JSON route. GET /sql?reads=R&writes=W&transactions=T */
export async function GET(request) {
  return Response.json({ ok: true, found: await doSql(new URL(request.url).searchParams) });
}
