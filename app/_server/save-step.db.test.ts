import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { stageFile } from '@/lib/files/stage-file.ts';
import type { FormPage } from '@/lib/forms/component.ts';
import { confirmAction } from '@/lib/workflow/filling/confirm-action.ts';
import { readAttachment } from '@/lib/workflow/filling/read-attachment.ts';
import { readDraft } from '@/lib/workflow/filling/read-draft.ts';
import { startSubmission } from '@/lib/workflow/filling/start-submission.ts';
import { createWorld, type World } from '@/lib/workflow/testing/world.ts';
import { reconcile } from '@/lib/workflow/upkeep/reconcile.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { saveStep } from './save-step.ts';

const bind = (path: string) => ({
  textResourceBindings: { title: path },
  dataModelBindings: { simpleBinding: path },
});
const yesNo = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
];
const isYes: Expression = ['equals', ['dataModel', 'more'], 'yes'];

const pages: FormPage[] = [
  {
    id: 'one',
    textResourceBindings: { title: 'one' },
    components: [
      { id: 'count', type: 'Input', format: 'integer', required: true, ...bind('count') },
      { id: 'more', type: 'RadioButtons', options: yesNo, required: true, ...bind('more') },
      { id: 'why', type: 'TextArea', required: true, hidden: ['not', isYes], ...bind('why') },
      { id: 'boxes', type: 'Checkboxes', options: yesNo, ...bind('boxes') },
    ],
  },
  {
    id: 'two',
    textResourceBindings: { title: 'two' },
    components: [
      { id: 'name', type: 'Input', ...bind('name') },
      {
        id: 'drawing',
        type: 'FileUpload',
        required: true,
        maxNumberOfAttachments: 2,
        textResourceBindings: { title: 'drawing' },
      },
    ],
  },
];

const guestRows: FormPage = {
  id: 'three',
  textResourceBindings: { title: 'three' },
  components: [
    {
      id: 'guest',
      type: 'RepeatingGroup',
      textResourceBindings: { title: 'guests', rowTitle: 'guest' },
      dataModelBindings: { group: 'guests' },
      maxCount: 5,
      children: [{ id: 'who', type: 'Input', required: true, ...bind('guests.who') }],
    },
  ],
};

const pdfText = (salt: unknown) => `%PDF-1.7\n%${salt}\n%%EOF\n`;
const pdf = new File([pdfText('hello')], 'tegning.pdf', { type: 'text/html' });
/** As large as asked for. */
function pdfOf(sizeBytes: number, salt: unknown = ''): File {
  const [start, end] = [`%PDF-1.7\n%${salt}\n`, '\n%%EOF\n'];
  return new File([start, new Uint8Array(sizeBytes - start.length - end.length).fill(120), end], 'a.pdf');
}

let world: World;
let kari: Actor;
let id: string;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  kari = await world.person();
  id = (await startSubmission(world.app, kari, await world.service('submit_and_pay', { pages }), 'nb'))
    .submissionId;
});

type Fields = Record<string, string | string[] | File>;

async function post(
  page: string,
  fields: Fields,
  { actor = kari, multipart = false, fresh = true } = {},
): Promise<Response> {
  const marks = fresh ? await currentMarks(page) : {};
  const body = multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries({ ...marks, ...fields })) {
    for (const each of [value].flat()) (body as FormData).append(name, each as string);
  }
  return send(page, body, actor);
}

function send(
  page: string,
  body: BodyInit,
  actor = kari,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request(`http://localhost:3000/submissions/${id}/${page}/save`, {
    method: 'POST',
    body,
    headers,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  const render = async ({ title, status }: { title: string; status: number }) =>
    new Response(title, { status });
  return saveStep({ app: world.app, language: 'nb', render }, actor, id, page, request);
}

/** What the page would carry as hidden fields. */
async function currentMarks(page: string): Promise<Record<string, string>> {
  const { pageMark } = await import('@/lib/workflow/filling/read-draft.ts');
  const draft = await draftNow();
  return {
    _version: String(draft.submission.answersVersion),
    _mark: pageMark(draft.form, page, draft.answers),
  };
}

async function draftNow() {
  const draft = await readDraft(world.app, kari, id);
  if (!draft) throw new Error('No draft');
  return draft;
}

const whereTo = (response: Response) => response.headers.get('location')?.replace(`/submissions/${id}`, '');
const shown = ['count', 'more', 'boxes'];

describe('saveStep', () => {
  it('saves and goes on; back and later save too', async () => {
    expect(whereTo(await post('one', { action: 'next', count: '2', more: 'no', _shown: shown }))).toBe(
      '/two',
    );
    expect((await draftNow()).answers).toEqual({ count: '2', more: 'no' });
    expect(whereTo(await post('two', { action: 'back', name: 'Kari', _shown: ['name'] }))).toBe('/one');
    expect(whereTo(await post('two', { action: 'later', name: 'Kari N', _shown: ['name'] }))).toBe(
      '/inbox/in-progress',
    );
    expect((await draftNow()).answers).toMatchObject({ name: 'Kari N' });
  });

  it('keeps what cannot be read and says so on the page', async () => {
    expect(whereTo(await post('one', { action: 'next', count: 'to', more: 'no', _shown: shown }))).toBe(
      '/one?errors=1',
    );
    expect((await draftNow()).answers).toMatchObject({ count: 'to' });
  });

  it('meets new questions before it calls them missing', async () => {
    expect(whereTo(await post('one', { action: 'next', count: '1', more: 'yes', _shown: shown }))).toBe(
      '/one?more=1',
    );
    expect(
      whereTo(
        await post('one', { action: 'next', count: '1', more: 'yes', why: '', _shown: [...shown, 'why'] }),
      ),
    ).toBe('/one?errors=1');
  });

  it('goes back to the summary that a change link came from', async () => {
    expect(
      whereTo(await post('one', { action: 'next', count: '2', more: 'no', _shown: shown, _return: 'check' })),
    ).toBe('/check');
  });

  it('is safe to send twice', async () => {
    const marks = await currentMarks('one');
    const twice = { ...marks, action: 'next', count: '2', more: 'no', _shown: shown };
    const answers = await Promise.all([
      post('one', twice, { fresh: false }),
      post('one', twice, { fresh: false }),
    ]);
    expect(answers.map(whereTo)).toEqual(['/two', '/two']);
    expect((await draftNow()).submission.answersVersion).toBe(1);
  });

  it('unticks boxes that were shown, and leaves alone what was not', async () => {
    await post('one', { action: 'next', count: '2', more: 'no', boxes: ['yes', 'no'], _shown: shown });
    await post('one', { action: 'next', more: 'no', _shown: ['more'] });
    expect((await draftNow()).answers).toMatchObject({ count: '2', boxes: ['yes', 'no'] });
    await post('one', { action: 'next', more: 'no', _shown: ['more', 'boxes'] });
    expect((await draftNow()).answers).toEqual({ count: '2', more: 'no' });
  });

  it('ignores fields that are hidden, of other pages, or invented', async () => {
    await post('one', {
      action: 'next',
      count: '2',
      more: 'no',
      why: 'x',
      name: 'y',
      __proto__x: 'z',
      status: 'completed',
    });
    expect((await draftNow()).answers).toEqual({ count: '2', more: 'no' });
  });

  it('shows both versions when the page was changed elsewhere, and takes mine when I say so', async () => {
    const old = await currentMarks('one');
    await post('one', { action: 'next', count: '2', more: 'no', _shown: shown });
    const mine = { action: 'next', count: '3', more: 'no', _shown: shown };
    const refused = await post('one', { ...mine, ...old }, { fresh: false });
    expect(refused.status).toBe(409);
    expect((await draftNow()).answers).toMatchObject({ count: '2' });
    expect(whereTo(await post('one', mine))).toBe('/two');
    expect((await draftNow()).answers).toMatchObject({ count: '3' });
  });

  it('lets two tabs change different pages', async () => {
    const old = await currentMarks('two');
    await post('one', { action: 'next', count: '2', more: 'no', _shown: shown });
    await post('two', { ...old, action: 'back', name: 'Ola', _shown: ['name'] }, { fresh: false });
    expect((await draftNow()).answers).toEqual({ count: '2', more: 'no', name: 'Ola' });
  });

  it('tells autosave how it went', async () => {
    const saved = await post('one', { action: 'autosave', count: '5', _shown: shown });
    expect(await saved.json()).toMatchObject({ kind: 'saved', answersVersion: 1 });
    const conflict = await post(
      'one',
      { action: 'autosave', count: '6', _shown: shown, _version: '0', _mark: 'old' },
      { fresh: false },
    );
    expect([conflict.status, await conflict.json()]).toEqual([409, { kind: 'conflict' }]);
  });

  it('gives foreign and unknown cases and pages the same answer', async () => {
    const ola = await world.person('Ola');
    await expect(post('one', { action: 'next' }, { actor: ola })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(post('nowhere', { action: 'next' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stores bytes that no database holds as a mark', async () => {
    await post('two', { action: 'next', name: 'a\0b\ud800', _shown: ['name'] });
    expect((await draftNow()).answers).toEqual({ name: 'a\ufffdb\ufffd' });
  });
});

describe('rows', () => {
  beforeEach(async () => {
    const service = await world.service('submit_and_pay', { pages: [guestRows] });
    id = (await startSubmission(world.app, kari, service, 'nb')).submissionId;
  });
  const sofar = (count: number) => [
    ...['guest', ...Array.from({ length: count }, (_, row) => `guest[${row}]`)],
    ...Array.from({ length: count }, (_, row) => `guest[${row}].who`),
  ];
  const guests = async () => (await draftNow()).answers.guests;

  it('come and go by buttons, and lead to where the change is', async () => {
    expect(whereTo(await post('three', { action: 'add-row:guest', _shown: sofar(0) }))).toBe(
      '/three#guest[0].who',
    );
    const second = { action: 'add-row:guest', _shown: sofar(1), 'guest[0].who': 'Kari' };
    expect(whereTo(await post('three', second))).toBe('/three#guest[1].who');
    expect(await guests()).toEqual([{ who: 'Kari' }, {}]);
    const next = { _shown: sofar(2), 'guest[0].who': 'Kari', 'guest[1].who': '' };
    expect(whereTo(await post('three', { ...next, action: 'next' }))).toBe('/three?errors=1');
    expect(whereTo(await post('three', { ...next, action: 'remove-row:guest[1]' }))).toBe('/three#guest');
    expect(await guests()).toEqual([{ who: 'Kari' }]);
    for (const action of ['add-row:boxes', 'remove-row:guest[7]', 'add-row:', 'remove-row:__proto__[0]'])
      await post('three', { action, _shown: sofar(1), 'guest[0].who': 'Kari' });
    expect(await guests()).toEqual([{ who: 'Kari' }]);
  });

  it('are one more however often the button is pressed', async () => {
    const marks = await currentMarks('three');
    const press = { ...marks, action: 'add-row:guest', _shown: sofar(0) };
    const answers = await Promise.all([1, 2, 3].map(() => post('three', press, { fresh: false })));
    expect(answers.map(whereTo)).toEqual(Array(3).fill('/three#guest[0].who'));
    expect(await guests()).toEqual([{}]);
  });

  it('are shown in both versions when another tab changed them', async () => {
    const old = await currentMarks('three');
    await post('three', { action: 'add-row:guest', _shown: sofar(0) });
    await post('three', { action: 'later', _shown: sofar(1), 'guest[0].who': 'Ola' });
    const mine = { _shown: sofar(1), 'guest[0].who': 'Kari', action: 'add-row:guest' };
    expect((await post('three', { ...old, ...mine }, { fresh: false })).status).toBe(409);
    expect(await guests()).toEqual([{ who: 'Ola' }]);
    expect(whereTo(await post('three', mine))).toBe('/three#guest[1].who');
    expect(await guests()).toEqual([{ who: 'Kari' }, {}]);
  });

  it('are refused clearly when there are far too many, and nothing else is lost', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, row) => [`guest[${row}].who`, 'x']));
    expect(whereTo(await post('three', { ...many, action: 'next' }))).toBe('/three?errors=1');
    expect(await guests()).toHaveLength(201);
    const flood = Object.fromEntries(Array.from({ length: 10_001 }, (_, row) => [`guest[${row}].who`, 'x']));
    await expect(post('three', { ...flood, action: 'next' })).rejects.toMatchObject({ code: 'bad_request' });
  });
});

describe('attachments', () => {
  it('come with the page, are counted, downloaded and taken away', async () => {
    expect(
      whereTo(await post('two', { action: 'next', _shown: ['name', 'drawing'] }, { multipart: true })),
    ).toBe('/two?errors=1');
    expect(
      whereTo(
        await post(
          'two',
          { action: 'upload', drawing: pdf, name: 'Kari', _shown: ['name'] },
          { multipart: true },
        ),
      ),
    ).toBe('/two#drawing');
    const [file] = (await draftNow()).files;
    expect(file).toMatchObject({
      componentId: 'drawing',
      filename: 'tegning.pdf',
      contentType: 'application/pdf',
    });
    expect((await draftNow()).answers).toEqual({ name: 'Kari' });
    const fileId = file?.id ?? '';
    expect(await new Response((await readAttachment(world.app, kari, id, fileId)).body).text()).toBe(
      pdfText('hello'),
    );
    await expect(readAttachment(world.app, await world.person('Ola'), id, fileId)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(
      whereTo(await post('two', { action: 'next', _shown: ['name', 'drawing'] }, { multipart: true })),
    ).toBe('/check');
    await post('two', { action: `remove-file:${fileId}`, _shown: ['name'] });
    expect((await draftNow()).files).toEqual([]);
  });

  it('are one file when sent twice, and never more than there is room for', async () => {
    const send = (file: File) =>
      post('two', { action: 'upload', drawing: file, _shown: ['name'] }, { multipart: true });
    await Promise.all([send(pdf), send(pdf)]);
    expect((await draftNow()).files).toHaveLength(1);
    const others = [1, 2, 3].map((n) => new File([pdfText(n)], 'a.pdf'));
    const answers = (await Promise.all(others.map(send))).map(whereTo);
    expect(answers.filter((to) => to === '/two?file=too_many&on=drawing')).toHaveLength(2);
    expect((await draftNow()).files).toHaveLength(2);
  });

  it.each([
    ['wrong_type', new File(['<script>'], 'a.pdf', { type: 'application/pdf' })],
    ['wrong_type', new File(['%PDF-1.7\n', new Uint8Array(2_000_000), 'cut off'], 'a.pdf')],
    ['empty', new File([''], 'a.pdf')],
    ['too_large', pdfOf(10_000_001)],
    ['too_large', pdfOf(41_000_000)],
  ])('refuse %s and keep what was typed', async (reason, file) => {
    const answer = await post(
      'two',
      { name: 'Kari', _shown: ['name'], action: 'next', drawing: file },
      { multipart: true },
    );
    expect(whereTo(answer)).toBe(`/two?file=${reason}&on=drawing`);
    expect((await draftNow()).answers).toEqual({ name: 'Kari' });
  });

  it('are taken up to exactly 10 MB', async () => {
    await post(
      'two',
      { action: 'upload', drawing: pdfOf(10_000_000), _shown: ['name'] },
      { multipart: true },
    );
    const [file] = (await draftNow()).files;
    expect(file?.sizeBytes).toBe(10_000_000);
    const { body } = await readAttachment(world.app, kari, id, file?.id ?? '');
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    expect(sha256Hex(bytes)).toBe(sha256Hex(new Uint8Array(await pdfOf(10_000_000).arrayBuffer())));
    expect(file?.sha256).toBe(sha256Hex(bytes));
  });

  it('are taken as far as there is room in one post, and what was typed around them is kept', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(await currentMarks('two'))) body.append(name, value);
    for (const salt of [1, 2, 3, 4, 5]) body.append('drawing', pdfOf(9_000_000, salt));
    for (const [name, value] of Object.entries({ name: 'Kari', action: 'next' })) body.append(name, value);
    body.append('_shown', 'name');
    // Two are as many as the component takes, and the fifth is more than one post takes.
    expect(whereTo(await send('two', body))).toBe('/two?file=too_many&on=drawing');
    expect((await draftNow()).files).toHaveLength(2);
    expect((await draftNow()).answers).toEqual({ name: 'Kari' });
  });

  it('keep what was typed before a body that never ends', async () => {
    const marks = await currentMarks('two');
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
    const answer = await send('two', body, kari, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(whereTo(answer)).toBe('/two?file=cut');
    expect(sent).toBeLessThan(170);
    expect((await draftNow()).answers).toEqual({ name: 'Kari' });
    expect((await draftNow()).files).toEqual([]);
  });

  it.each([
    ['of another person', async () => ({ actor: await world.person('Ola') }), 'not_found'],
    ['that breaks off', async () => ({ broken: true }), 'bad_request'],
  ] as const)('of a post %s leave nothing behind', async (_, how, code) => {
    const { actor = kari, broken = false } = (await how()) as { actor?: Actor; broken?: boolean };
    const create = vi.spyOn(world.app.db.uploadSlice, 'create');
    const body = `--x\r\ncontent-disposition: form-data; name="drawing"; filename="a.pdf"\r\n\r\n%PDF-1.7\n${'x'.repeat(2_000_000)}\n%%EOF${broken ? '' : '\r\n--x--\r\n'}`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    await expect(send('two', body, actor, headers)).rejects.toMatchObject({ code });
    expect(create.mock.calls.length > 0).toBe(broken);
    create.mockRestore();
    expect(await world.app.db.uploadSlice.count()).toBe(0);
    expect((await draftNow()).files).toEqual([]);
  });

  it('that a dead process left half received are swept up', async () => {
    const staging = { uploadId: world.app.ids.uuid(), submissionId: id, now: world.clock.now() };
    await stageFile(world.app.db, staging, Readable.from([Buffer.from(pdfText(1))]));
    await reconcile(world.app);
    expect(await world.app.db.uploadSlice.count()).toBe(1);
    world.clock.forward(3601);
    await reconcile(world.app);
    expect(await world.app.db.uploadSlice.count()).toBe(0);
  });

  it('go nowhere but to an upload that is there', async () => {
    await expect(post('two', { action: 'upload', name: pdf }, { multipart: true })).rejects.toMatchObject({
      code: 'bad_request',
    });
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
    await expect(send('one', body, kari, headers)).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('a form that is too large is refused clearly', async () => {
    await expect(post('one', { why: 'x'.repeat(510_000) })).rejects.toMatchObject({ code: 'too_large' });
    await expect(post('one', { why: 'x'.repeat(510_000) }, { multipart: true })).rejects.toMatchObject({
      code: 'too_large',
    });
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
