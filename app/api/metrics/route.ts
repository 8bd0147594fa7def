import { env } from '@/lib/core/env.ts';
import { log } from '@/lib/core/log.ts';
import { metricFormats } from '@/lib/core/open-metrics.ts';
import { sameSecret } from '@/lib/core/secret-box.ts';
import { app } from '@/lib/workflow/app.ts';
import { readMetrics } from '@/lib/workflow/metrics/read-metrics.ts';

export const dynamic = 'force-dynamic';

/** Metrics for Prometheus and its like, with `METRICS_TOKEN` as bearer token; without one in the environment there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const token = env().METRICS_TOKEN;
  if (token === undefined) return plain(404, 'Not found\n');
  const given = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (given === undefined || !sameSecret(given, token))
    return plain(401, 'A token is needed\n', { 'www-authenticate': 'Bearer realm="metrics"' });
  try {
    const accepts = request.headers.get('accept') ?? '';
    const format = accepts.includes('application/openmetrics-text') ? 'openMetrics' : 'prometheus';
    return plain(200, await readMetrics(app()), { 'content-type': metricFormats[format] });
  } catch (error) {
    log.error({ err: error }, 'the metrics could not be read');
    return plain(503, 'The metrics cannot be read now\n');
  }
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
