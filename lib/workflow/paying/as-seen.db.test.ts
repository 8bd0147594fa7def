import { describe, expect, it, vi } from 'vitest';
import type { Seen } from '../engine/seen.ts';
import { addAttachment } from '../filling/add-attachment.ts';
import { receiveUploads } from '../filling/receive-uploads.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { definitionFor } from '../testing/definition-for.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { seenOnCheckPage, seenOnPayPage } from '../testing/seen-of.ts';
import { confirmAndPay } from './confirm-and-pay.ts';
import { startPayment } from './start-payment.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();
const app = () => stage.world.app;

/** The small service with one question more, which costs nothing. */
function withNote() {
  const [page] = definitionFor('submit_and_pay', 'x').pages;
  if (!page) throw new Error('The small service has a page');
  const note = {
    id: 'note',
    type: 'Input' as const,
    textResourceBindings: { title: 'count' },
    dataModelBindings: { simpleBinding: 'note' },
  };
  return { pages: [{ ...page, components: [...page.components, note] }] };
}

async function answer(id: string, count: string, note = ''): Promise<void> {
  const { answersVersion } = await app().db.submission.findUniqueOrThrow({ where: { id } });
  const posted = { count: [count], note: [note], _shown: ['count', 'note'] };
  expect(await saveAnswers(app(), stage.kari, id, 'one', posted, answersVersion)).toMatchObject({
    kind: 'saved',
    errors: [],
  });
}

async function attach(id: string): Promise<void> {
  const uploads = receiveUploads(app(), stage.kari, id);
  const content = await uploads.receive(onePdf());
  const file = { componentId: 'files', filename: 'a.pdf', content };
  expect(await addAttachment(app(), stage.kari, id, file)).toMatchObject({ kind: 'stored' });
}

async function* onePdf() {
  yield Buffer.from('%PDF-1.4\n%%EOF\n');
}

const draft = () => stage.journey.draft('submit_and_pay', { change: withNote() });
const seen = (id: string) => seenOnCheckPage(app(), stage.kari, id);
const send = (id: string, shown: Seen) => confirmAndPay(app(), stage.kari, id, shown);
const pay = (id: string, shown: Seen) => startPayment(app(), stage.kari, id, undefined, shown);

async function expectUntouched(id: string): Promise<void> {
  expect(await stage.journey.status(id)).toBe('draft');
  expect(await app().db.order.count({ where: { submissionId: id } })).toBe(0);
}

describe('the button of the check page sends in what the page showed', () => {
  it('another answer of the same price is not sent in before it is seen', async () => {
    const id = await draft();
    const shown = await seen(id);
    await answer(id, '3', 'Endret av en kollega');
    expect(await send(id, shown)).toEqual({ kind: 'content_changed' });
    await expectUntouched(id);
    expect(await send(id, await seen(id))).toMatchObject({ kind: 'open' });
    const { answers } = await app().db.submission.findUniqueOrThrow({ where: { id } });
    expect(answers).toMatchObject({ note: 'Endret av en kollega' });
  });

  it('nor another attachment; a change that is undone is none', async () => {
    const id = await draft();
    const shown = await seen(id);
    await answer(id, '3', 'x');
    await answer(id, '3', '');
    expect(await seen(id)).toEqual(shown);
    await attach(id);
    expect(await send(id, shown)).toEqual({ kind: 'content_changed' });
    await expectUntouched(id);
  });

  it.each<[string, (shown: Seen) => Seen, string]>([
    ['no marks at all', () => ({ answers: '', price: '' }), 'content_changed'],
    ['no mark of the answers', ({ price }) => ({ price }), 'content_changed'],
    ['a forged mark of the answers', ({ price }) => ({ answers: '\0'.repeat(9), price }), 'content_changed'],
    ['no mark of the price', ({ answers }) => ({ ...(answers && { answers }), price: '' }), 'price_changed'],
    ['a forged mark of the price', (shown) => ({ ...shown, price: '0' }), 'price_changed'],
  ])('%s: counts as not seen', async (_what, forged, kind) => {
    const id = await draft();
    expect(await send(id, forged(await seen(id)))).toMatchObject({ kind });
    await expectUntouched(id);
  });
});

describe('a page that was left open while another tab sent in', () => {
  it('showed the same: goes on to the one payment, however often it is pressed', async () => {
    const id = await draft();
    const shown = await seen(id);
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => send(id, shown)));
    for (const { kind } of results) expect(['open', 'opening']).toContain(kind);
    expect(await send(id, shown)).toMatchObject({ kind: 'open' });
    expect(await stage.journey.attempts(id)).toHaveLength(1);
  });

  it('showed other answers of the same price: nothing is opened', async () => {
    const id = await draft();
    const shown = await seen(id);
    await answer(id, '3', 'Noe annet');
    await send(id, await seen(id));
    expect(await send(id, shown)).toEqual({ kind: 'changed', what: 'answers' });
    expect(await stage.journey.attempts(id)).toHaveLength(1);
  });

  it('the payment page of an order that was replaced opens nothing, and hands out no open payment', async () => {
    const id = await draft();
    await send(id, await seen(id));
    const shown = await seenOnPayPage(app(), id);
    expect(await reopenSubmission(app(), stage.kari, id)).toEqual({ kind: 'reopened' });
    await answer(id, '5');
    await send(id, await seen(id));
    const booked = async () => (await stage.journey.attempts(id)).map((each) => [each.id, each.status]);
    const before = await booked();
    for (const old of [shown, { price: '' }, { price: 'x'.repeat(5000) }])
      expect(await pay(id, old)).toEqual({ kind: 'changed', what: 'price' });
    expect(await booked()).toEqual(before);
    expect(await pay(id, await seenOnPayPage(app(), id))).toMatchObject({ kind: 'open' });
    expect((await stage.journey.latest(id)).amountMinor).toBe(50_000n);
  });

  it('sent in again with the same price on another day: the old page still says what is true', async () => {
    const id = await draft();
    await send(id, await seen(id));
    const shown = await seenOnPayPage(app(), id);
    await reopenSubmission(app(), stage.kari, id);
    stage.world.clock.forward(86_400);
    await send(id, await seen(id));
    expect(await pay(id, shown)).toMatchObject({ kind: 'open' });
  });

  it('on a case that is paid, or a draft again, leads to where it stands', async () => {
    const id = await draft();
    const shown = await seen(id);
    await send(id, shown);
    const { price } = await seenOnPayPage(app(), id);
    await reopenSubmission(app(), stage.kari, id);
    expect(await pay(id, { price })).toEqual({ kind: 'moved_on' });
    const free = await stage.journey.draft('submit_and_pay', { count: '0' });
    const nothing = await seen(free);
    expect(await send(free, nothing)).toEqual({ kind: 'moved_on' });
    expect(await send(free, nothing)).toEqual({ kind: 'moved_on' });
  });
});
