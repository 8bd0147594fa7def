import { assertNever } from '@/lib/core/assert-never.ts';
import { asLanguage } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import { IdportenUnavailable } from '@/lib/identity/discovery.ts';
import { startStepUp } from '@/lib/identity/step-up.ts';
import { app } from '@/lib/workflow/app.ts';
import { rejectSignature } from '@/lib/workflow/signing/reject-signature.ts';
import { type Seen, type SignResult, signSubmission } from '@/lib/workflow/signing/sign-submission.ts';
import { currentLanguage } from './current-language.ts';
import { redirectTo, seeOther } from './see-other.ts';
import { signInDeps } from './sign-in-deps.ts';
import type { SignProblem } from './sign-problem.ts';

/** A form post from the signing step: sign, by way of ID-porten where it must be, or reject. Anything else changes nothing. */
export async function signStep(
  _request: Request,
  actor: Actor,
  submissionId: string,
  form: FormData,
): Promise<Response> {
  const here = `/submissions/${submissionId}`;
  switch (form.get('action')) {
    case 'sign': {
      const seen = readSeen(form);
      if (!seen) return seeOther(signPath(submissionId, 'content_changed'));
      return answer(
        actor,
        submissionId,
        await signSubmission(app(), actor, submissionId, { seen, stepUpId: text(form, 'stepUp') }),
      );
    }
    case 'reject':
      await rejectSignature(app(), actor, submissionId);
      return seeOther(here);
    default:
      return seeOther(here);
  }
}

async function answer(actor: Actor, submissionId: string, result: SignResult): Promise<Response> {
  switch (result.kind) {
    case 'signed':
    case 'moved_on':
      return seeOther(`/submissions/${submissionId}`);
    case 'step_up_required':
      return toStepUp(actor, submissionId, result);
    case 'content_changed':
    case 'price_changed':
      return seeOther(signPath(submissionId, result.kind));
    case 'failed':
      return seeOther(signPath(submissionId, result.reason));
    default:
      return assertNever(result);
  }
}

async function toStepUp(
  actor: Actor,
  submissionId: string,
  { acr, contentHash }: Extract<SignResult, { kind: 'step_up_required' }>,
): Promise<Response> {
  try {
    const language = await currentLanguage();
    const { url } = await startStepUp(signInDeps(), { actor, submissionId, contentHash, acr, language });
    return redirectTo(url);
  } catch (error) {
    if (!(error instanceof IdportenUnavailable)) throw error;
    return seeOther(signPath(submissionId, 'unavailable'));
  }
}

function signPath(submissionId: string, problem: SignProblem): string {
  return `/submissions/${submissionId}/sign?problem=${problem}`;
}

/** What the page says that it showed; undefined when a field is missing, as in no form of ours. */
function readSeen(form: FormData): Seen | undefined {
  const language = asLanguage(form.get('seenLanguage'));
  const contentHash = text(form, 'seenContentHash');
  const textHash = text(form, 'seenTextHash');
  return language && contentHash && textHash ? { language, contentHash, textHash } : undefined;
}

function text(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
