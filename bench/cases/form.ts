import { againstRoutes, bareInBuild, bareNext } from '../floors/floors.ts';
import type { Comparison } from '../rounds.ts';
import type { Setting } from '../setting.ts';
import { begin, gzip, open, pages, savePage, textOf } from '../trademark.ts';

const [firstPage, firstAnswers] = pages[0] ?? ['', {}];

/** The form page, saving it and asking for its price. */
export async function formCases({ visitor, countSql, concurrency }: Setting): Promise<Comparison[]> {
  const at = await begin(visitor);
  const path = `${at}/${firstPage}`;
  const goods = `${at}/goods`;
  const page = {
    name: 'form page',
    once: async () => {
      await open(visitor, path);
    },
  };
  const price = { name: 'price action', once: await priceAction(visitor, goods) };
  const save = { name: 'save step', once: await saves(visitor, concurrency) };
  return [
    {
      id: 'form-page',
      title: 'Form page, against a bare page of the same build',
      measured: page,
      floor: bareInBuild,
      aim: 0.6,
    },
    {
      id: 'form-page-bare-next',
      title: 'Form page, against a bare Next application',
      measured: page,
      floor: bareNext,
      aim: 0.6,
      note: 'no proxy, frame, session or database on the other side',
    },
    ...againstRoutes(
      { id: 'save-step', title: 'Save a form page', measured: save },
      await countSql('save-step', () => save.once(0)),
    ),
    ...againstRoutes(
      { id: 'price-action', title: 'Price while typing (server action)', measured: price },
      await countSql('price-action', () => price.once()),
    ),
  ];
}

/** Each request under way at once saves a draft of its own, and every save changes something. */
async function saves(visitor: Setting['visitor'], concurrency: number) {
  const drafts: { at: string; version: number }[] = [];
  for (let slot = 0; slot < concurrency; slot += 1) drafts.push({ at: await begin(visitor), version: 0 });
  return async (slot: number) => {
    const draft = drafts[slot];
    if (!draft) throw new Error('More requests at once than drafts');
    const fields = { ...firstAnswers, contactName: `Kari Testesen ${draft.version}` };
    await savePage(visitor, draft.at, firstPage, fields, draft.version);
    draft.version += 1;
  };
}

/** As the form's own script calls it: Next's header names the action, the body is the list of its arguments. */
async function priceAction(visitor: Setting['visitor'], path: string) {
  const html = textOf(await visitor.get(path, gzip));
  const action = /\\"id\\":\\"([0-9a-f]{40,})\\",\\"bound\\"/.exec(html)?.[1];
  const [, , submissionId, pageId] = path.split('/');
  if (!action) throw new Error('The form page names no server action');
  const body = JSON.stringify([
    submissionId,
    pageId,
    { classes: ['1', '25'], goodsDescription: ['Arbeidsklær'] },
  ]);
  return async () => {
    const answer = await visitor.send(path, {
      method: 'POST',
      headers: {
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
        ...gzip,
      },
      body,
    });
    if (answer.status !== 200 || !textOf(answer).includes('"totalMinor":400000'))
      throw new Error(`The price action answered ${answer.status}: ${textOf(answer).slice(0, 200)}`);
  };
}
