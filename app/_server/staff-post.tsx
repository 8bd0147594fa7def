import { unstable_rethrow as rethrowNext } from 'next/navigation';
import { KvittError } from '@/lib/core/errors.ts';
import { log } from '@/lib/core/log.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { translator } from '@/lib/texts/translate.ts';
import { readBoundedText } from './bounded-body.ts';
import { staffLanguage, staffOrResponse } from './current-staff.ts';
import { renderStaffDocument } from './render-staff-document.tsx';
import { refuseForeignPost } from './same-origin.tsx';
import { staffHelp } from './staff-help.tsx';

/** A form of the admin area: three languages of long texts, but not more. */
const maxBytes = 512 * 1024;

/**
 * A form post in the admin area: from a page of ours, by an employee, of bounded size; what is refused becomes a page.
 * @param back path of the page with the form: where to go after signing in again.
 */
export async function staffPost(
  request: Request,
  back: string,
  work: (staff: StaffActor, form: URLSearchParams) => Promise<Response>,
): Promise<Response> {
  const refusal = await refuseForeignPost(request);
  if (refusal) return refusal;
  return answerStaffError(async () => {
    const staff = await staffOrResponse(back);
    if (staff instanceof Response) return staff;
    const type = request.headers.get('content-type') ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded'))
      throw new KvittError('bad_request', 'Not a form of ours');
    const text = await readBoundedText(request, maxBytes);
    if (text === undefined) throw new KvittError('too_large', 'The form is too large');
    return work(staff, new URLSearchParams(text));
  });
}

/** Runs a route handler's work; a refused request becomes a page of the admin area. */
export async function answerStaffError(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    rethrowNext(error);
    const t = translator(await staffLanguage());
    const refused = error instanceof KvittError ? error : new KvittError('unavailable', 'A route failed');
    if (refused !== error) log.error({ err: error }, 'an admin route failed');
    const help = staffHelp(refused, t);
    if (!help) throw error;
    return renderStaffDocument(help);
  }
}
