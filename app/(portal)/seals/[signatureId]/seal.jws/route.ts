import { answerError } from '@/app/_server/answer-error.tsx';
import { actorOrResponse } from '@/app/_server/current-actor.ts';
import { defaultLanguage } from '@/lib/core/language.ts';
import { app } from '@/lib/workflow/app.ts';
import { readSealCheck } from '@/lib/workflow/signing/read-seal-check.ts';

interface Params {
  params: Promise<{ signatureId: string }>;
}

/** The seal as a file, whatever its state: anybody can check it with the public keys. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { signatureId } = await params;
  const check = `/seals/${signatureId}`;
  return answerError(async () => {
    const actor = await actorOrResponse(check);
    if (actor instanceof Response) return actor;
    const { seal, reference } = await readSealCheck(app(), actor, signatureId, defaultLanguage);
    return new Response(seal, {
      headers: {
        'content-type': 'application/jose',
        'content-disposition': `attachment; filename="seal-${reference}.jws"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  }, check);
}
