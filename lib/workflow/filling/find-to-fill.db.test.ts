import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { createWorld, type World } from '../testing/world.ts';
import { addAttachment } from './add-attachment.ts';
import { computePrice } from './compute-price.ts';
import { confirmSubmission } from './confirm-submission.ts';
import { readDraft } from './read-draft.ts';
import { receiveUploads } from './receive-uploads.ts';
import { removeAttachment } from './remove-attachment.ts';
import { reopenSubmission } from './reopen-submission.ts';
import { saveAnswers } from './save-answers.ts';
import { startSubmission } from './start-submission.ts';

const high = { signIn: { acr: 'idporten-loa-high' as const } };
let world: World;
let kari: Actor;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  kari = { ...(await world.person()), acr: 'idporten-loa-high' };
  const slug = await world.service('submit_and_pay', high);
  id = (await startSubmission(world.app, kari, slug, 'nb')).submissionId;
});
afterAll(() => world.close());

const uses: [string, (actor: Actor) => Promise<unknown>][] = [
  ['read', (actor) => readDraft(world.app, actor, id)],
  ['save', (actor) => saveAnswers(world.app, actor, id, 'page', {}, 0)],
  ['price', (actor) => computePrice(world.app, actor, id)],
  ['confirm', (actor) => confirmSubmission(world.app, actor, id, undefined)],
  ['reopen', (actor) => reopenSubmission(world.app, actor, id)],
  [
    'attach',
    (actor) =>
      addAttachment(world.app, actor, id, {
        componentId: 'x',
        filename: 'a.pdf',
        content: { kind: 'refused', reason: 'empty' },
      }),
  ],
  ['receive', (actor) => receiveUploads(world.app, actor, id).receive(Readable.from([]))],
  ['remove', (actor) => removeAttachment(world.app, actor, id, id)],
];

describe('rule 13: the level that a service asks for is asked for on every call, not only when the case was begun', () => {
  it.each(uses)('%s', async (what, use) => {
    for (const acr of ['idporten-loa-substantial', 'idporten-loa-low', 'unknown'])
      await expect(use({ ...kari, acr })).rejects.toMatchObject({
        code: 'step_up_required',
        details: { acr: 'idporten-loa-high' },
      });
    // Foreign comes before level: nobody learns from the answer that the case exists.
    const other = { ...(await world.person()), acr: 'idporten-loa-low' };
    await expect(use(other)).rejects.toMatchObject({ code: 'not_found' });
    if (what !== 'attach') await use(kari);
  });
});
