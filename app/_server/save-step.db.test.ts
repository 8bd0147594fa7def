import { describe, expect, it } from 'vitest';
import { confirmAction } from '@/lib/workflow/filling/confirm-action.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { currentMarks, draftNow, post, posting, send, whereTo } from './testing/posting.ts';
import { twoPages } from './testing/two-pages.ts';

const stage = posting(twoPages);

const shown = ['count', 'more', 'boxes'];

describe('saveStep', () => {
  it('saves and goes on; back and later save too', async () => {
    expect(
      whereTo(stage, await post(stage, 'one', { action: 'next', count: '2', more: 'no', _shown: shown })),
    ).toBe('/two');
    expect((await draftNow(stage)).answers).toEqual({ count: '2', more: 'no' });
    expect(whereTo(stage, await post(stage, 'two', { action: 'back', name: 'Kari', _shown: ['name'] }))).toBe(
      '/one',
    );
    expect(
      whereTo(stage, await post(stage, 'two', { action: 'later', name: 'Kari N', _shown: ['name'] })),
    ).toBe('/inbox/in-progress');
    expect((await draftNow(stage)).answers).toMatchObject({ name: 'Kari N' });
  });

  it('keeps what cannot be read and says so on the page', async () => {
    expect(
      whereTo(stage, await post(stage, 'one', { action: 'next', count: 'to', more: 'no', _shown: shown })),
    ).toBe('/one?errors=1');
    expect((await draftNow(stage)).answers).toMatchObject({ count: 'to' });
  });

  it('meets new questions before it calls them missing', async () => {
    expect(
      whereTo(stage, await post(stage, 'one', { action: 'next', count: '1', more: 'yes', _shown: shown })),
    ).toBe('/one?more=1');
    expect(
      whereTo(
        stage,
        await post(stage, 'one', {
          action: 'next',
          count: '1',
          more: 'yes',
          why: '',
          _shown: [...shown, 'why'],
        }),
      ),
    ).toBe('/one?errors=1');
  });

  it('goes back to the summary that a change link came from', async () => {
    expect(
      whereTo(
        stage,
        await post(stage, 'one', { action: 'next', count: '2', more: 'no', _shown: shown, _return: 'check' }),
      ),
    ).toBe('/check');
  });

  it('is safe to send twice', async () => {
    const marks = await currentMarks(stage, 'one');
    const twice = { ...marks, action: 'next', count: '2', more: 'no', _shown: shown };
    const answers = await Promise.all([
      post(stage, 'one', twice, { fresh: false }),
      post(stage, 'one', twice, { fresh: false }),
    ]);
    expect(answers.map((answer) => whereTo(stage, answer))).toEqual(['/two', '/two']);
    expect((await draftNow(stage)).submission.answersVersion).toBe(1);
  });

  it('unticks boxes that were shown, and leaves alone what was not', async () => {
    await post(stage, 'one', { action: 'next', count: '2', more: 'no', boxes: ['yes', 'no'], _shown: shown });
    await post(stage, 'one', { action: 'next', more: 'no', _shown: ['more'] });
    expect((await draftNow(stage)).answers).toMatchObject({ count: '2', boxes: ['yes', 'no'] });
    await post(stage, 'one', { action: 'next', more: 'no', _shown: ['more', 'boxes'] });
    expect((await draftNow(stage)).answers).toEqual({ count: '2', more: 'no' });
  });

  it('ignores fields that are hidden, of other pages, or invented', async () => {
    await post(stage, 'one', {
      action: 'next',
      count: '2',
      more: 'no',
      why: 'x',
      name: 'y',
      __proto__x: 'z',
      status: 'completed',
    });
    expect((await draftNow(stage)).answers).toEqual({ count: '2', more: 'no' });
  });

  it('shows both versions when the page was changed elsewhere, and takes mine when I say so', async () => {
    const old = await currentMarks(stage, 'one');
    await post(stage, 'one', { action: 'next', count: '2', more: 'no', _shown: shown });
    const mine = { action: 'next', count: '3', more: 'no', _shown: shown };
    const refused = await post(stage, 'one', { ...mine, ...old }, { fresh: false });
    expect(refused.status).toBe(409);
    expect((await draftNow(stage)).answers).toMatchObject({ count: '2' });
    expect(whereTo(stage, await post(stage, 'one', mine))).toBe('/two');
    expect((await draftNow(stage)).answers).toMatchObject({ count: '3' });
  });

  it('lets two tabs change different pages', async () => {
    const old = await currentMarks(stage, 'two');
    await post(stage, 'one', { action: 'next', count: '2', more: 'no', _shown: shown });
    await post(stage, 'two', { ...old, action: 'back', name: 'Ola', _shown: ['name'] }, { fresh: false });
    expect((await draftNow(stage)).answers).toEqual({ count: '2', more: 'no', name: 'Ola' });
  });

  it('tells autosave how it went', async () => {
    const saved = await post(stage, 'one', { action: 'autosave', count: '5', _shown: shown });
    expect(await saved.json()).toMatchObject({ kind: 'saved', answersVersion: 1 });
    const conflict = await post(
      stage,
      'one',
      { action: 'autosave', count: '6', _shown: shown, _version: '0', _mark: 'old' },
      { fresh: false },
    );
    expect([conflict.status, await conflict.json()]).toEqual([409, { kind: 'conflict' }]);
  });

  it('gives foreign and unknown cases and pages the same answer', async () => {
    const ola = await stage.world.person('Ola');
    await expect(post(stage, 'one', { action: 'next' }, { actor: ola })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(post(stage, 'nowhere', { action: 'next' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stores bytes that no database holds as a mark', async () => {
    await post(stage, 'two', { action: 'next', name: 'a\0b\ud800', _shown: ['name'] });
    expect((await draftNow(stage)).answers).toEqual({ name: 'a\ufffdb\ufffd' });
  });
});

describe('broken posts', () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
  it.each([
    ['JSON', '{}', { 'content-type': 'application/json' }],
    ['multipart without an end', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1', multipart],
    ['multipart that is none', 'hello', multipart],
    ['multipart without a boundary', 'x', { 'content-type': 'multipart/form-data' }],
    ['an empty body', '', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a version that is none', '_version=-1', { 'content-type': 'application/x-www-form-urlencoded' }],
  ] as const)('%s is refused clearly', async (_, body, headers) => {
    await expect(send(stage, 'one', body, stage.kari, headers)).rejects.toMatchObject({
      code: 'bad_request',
    });
  });

  it('a form that is too large is refused clearly', async () => {
    await expect(post(stage, 'one', { why: 'x'.repeat(510_000) })).rejects.toMatchObject({
      code: 'too_large',
    });
    await expect(post(stage, 'one', { why: 'x'.repeat(510_000) }, { multipart: true })).rejects.toMatchObject(
      {
        code: 'too_large',
      },
    );
  });
});

describe('confirmAction', () => {
  it.each([
    ['submit_and_pay', 100, 'submit_and_pay'],
    ['submit_and_pay', 0, 'submit'],
    ['pay_before_sign', 100, 'to_payment'],
    ['pay_before_sign', 0, 'to_signing'],
    ['pay_after_sign', 100, 'to_signing'],
    ['pay_after_sign', 0, 'to_signing'],
  ])('%s with %i øre: %s', (variant, totalMinor, action) => {
    expect(confirmAction(variants.get(variant), totalMinor)).toBe(action);
  });
});
