import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KvittError } from '@/lib/core/errors.ts';
import { root } from '@/scripts/runtime/paths.ts';
import { answerError } from './answer-error.tsx';
import { atItsLevel, higherSignIn } from './higher-sign-in.ts';

const tooLow = () => new KvittError('step_up_required', 'Higher', { acr: 'idporten-loa-high' });
const signIn = '/sign-in?next=%2Freceipts%2F1&level=idporten-loa-high';

describe('a sign-in that is too low', () => {
  it('leads to one at the level that is asked for, and back', async () => {
    expect(higherSignIn('/receipts/1', tooLow())).toBe(signIn);
    const answer = await answerError(() => Promise.reject(tooLow()), '/receipts/1');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, signIn]);
    await expect(atItsLevel('/receipts/1', Promise.reject(tooLow()))).rejects.toMatchObject({
      digest: expect.stringContaining(signIn),
    });
  });

  it('is all that does: other refusals stay what they are', async () => {
    const gone = new KvittError('not_found', 'Gone');
    await expect(atItsLevel('/receipts/1', Promise.reject(gone))).rejects.toBe(gone);
    expect(await atItsLevel('/receipts/1', Promise.resolve('shown'))).toBe('shown');
  });
});

describe('every page and route', () => {
  const doors = readdirSync(join(root, 'app'), { recursive: true })
    .map((path) => join('app', String(path)))
    .filter((path) => /(^|\/)(page|route)\.tsx?$/.test(path))
    .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));
  /** Use cases that ask for the level, by which a page or route shows or moves a case. */
  const asks =
    /\b(openReceipt|openCopy|openCopyFile|openMessageFile|openPaymentUrl|readAttachment|readPaymentView|readSignView|readSealCheck|readWithdrawal|savePayStep|signStep|withdrawSubmission|startSubmission)\(/;

  it('that shows or moves a case leads to the sign-in at its level', () => {
    const asking = doors.filter(({ source }) => asks.test(source));
    expect(asking.length).toBeGreaterThanOrEqual(15);
    const leads = /\batItsLevel\(|answerError\([\s\S]*\},\s*\w+,?\s*\)/;
    expect(asking.filter(({ source }) => !leads.test(source)).map(({ path }) => path)).toEqual([]);
  });

  it('reads nothing of a case past it', () => {
    const past = /\b(findReceipt|openArchive|readArchiveFile|findMessageAttachment|findAttachment)\b/;
    expect(doors.filter(({ source }) => past.test(source)).map(({ path }) => path)).toEqual([]);
  });
});
