import { redirect } from 'next/navigation';
import { KvittError } from '@/lib/core/errors.ts';

/** Where a person goes whose sign-in is below what a case's service asks for: in at that level, and back to `next`. */
export function higherSignIn(next: string, { details }: KvittError): string {
  return `/sign-in?${new URLSearchParams({ next, level: details.acr ?? '' })}`;
}

/** For pages: what `work` gives, or the way to sign in at the level that it asks for. Routes say `next` to `answerError`. */
export async function atItsLevel<T>(next: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (asksForLevel(error)) redirect(higherSignIn(next, error));
    throw error;
  }
}

/** Whether a refusal is one that signing in at a higher level mends. */
export function asksForLevel(error: unknown): error is KvittError {
  return error instanceof KvittError && error.code === 'step_up_required';
}
