import { stylesheet } from '@/app/_server/stylesheet.ts';

/** The portal's stylesheet; kept for good under the address with its version, asked for again under any other. */
export function GET(request: Request): Response {
  const { css, version } = stylesheet();
  const etag = `"${version}"`;
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    'cache-control':
      new URL(request.url).searchParams.get('v') === version
        ? 'public, max-age=31536000, immutable'
        : 'public, no-cache',
    'x-content-type-options': 'nosniff',
    etag,
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(css, { headers });
}
