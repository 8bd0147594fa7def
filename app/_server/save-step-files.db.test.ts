import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { stageFile } from '@/lib/files/stage-file.ts';
import { readAttachment } from '@/lib/workflow/filling/read-attachment.ts';
import { reconcile } from '@/lib/workflow/upkeep/reconcile.ts';
import { currentMarks, draftNow, post, posting, send, whereTo } from './testing/posting.ts';
import { twoPages } from './testing/two-pages.ts';

const stage = posting(twoPages);

const pdfText = (salt: unknown) => `%PDF-1.7\n%${salt}\n%%EOF\n`;
const pdf = new File([pdfText('hello')], 'tegning.pdf', { type: 'text/html' });

/** As large as asked for. */
function pdfOf(sizeBytes: number, salt: unknown = ''): File {
  const [start, end] = [`%PDF-1.7\n%${salt}\n`, '\n%%EOF\n'];
  return new File([start, new Uint8Array(sizeBytes - start.length - end.length).fill(120), end], 'a.pdf');
}

describe('attachments', () => {
  it('come with the page, are counted, downloaded and taken away', async () => {
    expect(
      whereTo(
        stage,
        await post(stage, 'two', { action: 'next', _shown: ['name', 'drawing'] }, { multipart: true }),
      ),
    ).toBe('/two?errors=1');
    expect(
      whereTo(
        stage,
        await post(
          stage,
          'two',
          { action: 'upload', drawing: pdf, name: 'Kari', _shown: ['name'] },
          { multipart: true },
        ),
      ),
    ).toBe('/two#drawing');
    const [file] = (await draftNow(stage)).files;
    expect(file).toMatchObject({
      componentId: 'drawing',
      filename: 'tegning.pdf',
      contentType: 'application/pdf',
    });
    expect((await draftNow(stage)).answers).toEqual({ name: 'Kari' });
    const fileId = file?.id ?? '';
    expect(
      await new Response((await readAttachment(stage.world.app, stage.kari, stage.id, fileId)).body).text(),
    ).toBe(pdfText('hello'));
    await expect(
      readAttachment(stage.world.app, await stage.world.person('Ola'), stage.id, fileId),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(
      whereTo(
        stage,
        await post(stage, 'two', { action: 'next', _shown: ['name', 'drawing'] }, { multipart: true }),
      ),
    ).toBe('/check');
    await post(stage, 'two', { action: `remove-file:${fileId}`, _shown: ['name'] });
    expect((await draftNow(stage)).files).toEqual([]);
  });

  it('are one file when sent twice, and never more than there is room for', async () => {
    const send = (file: File) =>
      post(stage, 'two', { action: 'upload', drawing: file, _shown: ['name'] }, { multipart: true });
    await Promise.all([send(pdf), send(pdf)]);
    expect((await draftNow(stage)).files).toHaveLength(1);
    const others = [1, 2, 3].map((n) => new File([pdfText(n)], 'a.pdf'));
    const answers = (await Promise.all(others.map(send))).map((answer) => whereTo(stage, answer));
    expect(answers.filter((to) => to === '/two?file=too_many&on=drawing')).toHaveLength(2);
    expect((await draftNow(stage)).files).toHaveLength(2);
  });

  it.each([
    ['wrong_type', new File(['<script>'], 'a.pdf', { type: 'application/pdf' })],
    ['wrong_type', new File(['%PDF-1.7\n', new Uint8Array(2_000_000), 'cut off'], 'a.pdf')],
    ['empty', new File([''], 'a.pdf')],
    ['too_large', pdfOf(10_000_001)],
    ['too_large', pdfOf(41_000_000)],
  ])('refuse %s and keep what was typed', async (reason, file) => {
    const answer = await post(
      stage,
      'two',
      { name: 'Kari', _shown: ['name'], action: 'next', drawing: file },
      { multipart: true },
    );
    expect(whereTo(stage, answer)).toBe(`/two?file=${reason}&on=drawing`);
    expect((await draftNow(stage)).answers).toEqual({ name: 'Kari' });
  });

  it('are taken up to exactly 10 MB', async () => {
    await post(
      stage,
      'two',
      { action: 'upload', drawing: pdfOf(10_000_000), _shown: ['name'] },
      { multipart: true },
    );
    const [file] = (await draftNow(stage)).files;
    expect(file?.sizeBytes).toBe(10_000_000);
    const { body } = await readAttachment(stage.world.app, stage.kari, stage.id, file?.id ?? '');
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    expect(sha256Hex(bytes)).toBe(sha256Hex(new Uint8Array(await pdfOf(10_000_000).arrayBuffer())));
    expect(file?.sha256).toBe(sha256Hex(bytes));
  });

  it('are taken as far as there is room in one post, and what was typed around them is kept', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(await currentMarks(stage, 'two'))) body.append(name, value);
    for (const salt of [1, 2, 3, 4, 5]) body.append('drawing', pdfOf(9_000_000, salt));
    for (const [name, value] of Object.entries({ name: 'Kari', action: 'next' })) body.append(name, value);
    body.append('_shown', 'name');
    // Two are as many as the component takes, and the fifth is more than one post takes.
    expect(whereTo(stage, await send(stage, 'two', body))).toBe('/two?file=too_many&on=drawing');
    expect((await draftNow(stage)).files).toHaveLength(2);
    expect((await draftNow(stage)).answers).toEqual({ name: 'Kari' });
  });

  it('keep what was typed before a body that never ends', async () => {
    const marks = await currentMarks(stage, 'two');
    const field = (name: string, value: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const fields = Object.entries({ ...marks, name: 'Kari', _shown: 'name', action: 'next' });
    const start = `${fields.map(([name, value]) => field(name, value)).join('')}--x\r\ncontent-disposition: form-data; name="drawing"; filename="a.pdf"\r\n\r\n%PDF-1.7\n`;
    const megabyte = new Uint8Array(1_000_000);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent++ ? megabyte : new TextEncoder().encode(start));
      },
    });
    const answer = await send(stage, 'two', body, stage.kari, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect(whereTo(stage, answer)).toBe('/two?file=cut');
    expect(sent).toBeLessThan(170);
    expect((await draftNow(stage)).answers).toEqual({ name: 'Kari' });
    expect((await draftNow(stage)).files).toEqual([]);
  });

  it.each([
    ['of another person', async () => ({ actor: await stage.world.person('Ola') }), 'not_found'],
    ['that breaks off', async () => ({ broken: true }), 'bad_request'],
  ] as const)('of a post %s leave nothing behind', async (_, how, code) => {
    const { actor = stage.kari, broken = false } = (await how()) as { actor?: Actor; broken?: boolean };
    const create = vi.spyOn(stage.world.app.db.uploadSlice, 'create');
    const body = `--x\r\ncontent-disposition: form-data; name="drawing"; filename="a.pdf"\r\n\r\n%PDF-1.7\n${'x'.repeat(2_000_000)}\n%%EOF${broken ? '' : '\r\n--x--\r\n'}`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    await expect(send(stage, 'two', body, actor, headers)).rejects.toMatchObject({ code });
    expect(create.mock.calls.length > 0).toBe(broken);
    create.mockRestore();
    expect(await stage.world.app.db.uploadSlice.count()).toBe(0);
    expect((await draftNow(stage)).files).toEqual([]);
  });

  it('that a dead process left half received are swept up', async () => {
    const staging = {
      uploadId: stage.world.app.ids.uuid(),
      submissionId: stage.id,
      now: stage.world.clock.now(),
    };
    await stageFile(stage.world.app.db, staging, Readable.from([Buffer.from(pdfText(1))]));
    await reconcile(stage.world.app);
    expect(await stage.world.app.db.uploadSlice.count()).toBe(1);
    stage.world.clock.forward(3601);
    await reconcile(stage.world.app);
    expect(await stage.world.app.db.uploadSlice.count()).toBe(0);
  });

  it('go nowhere but to an upload that is there', async () => {
    await expect(
      post(stage, 'two', { action: 'upload', name: pdf }, { multipart: true }),
    ).rejects.toMatchObject({
      code: 'bad_request',
    });
  });
});
