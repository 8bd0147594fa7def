import { app } from '@/lib/workflow/app.ts';
import { readiness } from '@/lib/workflow/upkeep/readiness.ts';

export const dynamic = 'force-dynamic';

/** Ready: the database answers. A silent worker is told of, but does not take the portal out of service. */
export async function GET(): Promise<Response> {
  const state = await readiness(app());
  return Response.json(state, { status: state.database === 'up' ? 200 : 503 });
}
