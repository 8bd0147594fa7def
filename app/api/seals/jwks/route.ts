import { publishedKeys } from '@/lib/signing/keys.ts';
import { app } from '@/lib/workflow/app.ts';

export const dynamic = 'force-dynamic';

/** Public keys of Kvitt's seals, retired ones too (RFC 7517), for anybody. */
export async function GET(): Promise<Response> {
  return Response.json(
    { keys: await publishedKeys(app().db) },
    {
      headers: {
        'content-type': 'application/jwk-set+json',
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
      },
    },
  );
}
