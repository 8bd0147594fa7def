import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { describeAnswers } from '@/lib/forms/describe.ts';
import { definitionProblems } from '@/lib/services/definition-problems.ts';
import { translator } from '@/lib/texts/translate.ts';
import { contentHash, readContent } from '../engine/case-content.ts';
import { definitionFor } from '../testing/definition-for.ts';
import { createWorld, type World } from '../testing/world.ts';
import { variants } from '../variants/registry.ts';
import { addAttachment } from './add-attachment.ts';
import { readDraft } from './read-draft.ts';
import { receiveUploads } from './receive-uploads.ts';
import { startSubmission } from './start-submission.ts';

let world: World;
let kari: Actor;
beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
});
afterAll(() => world.close());

const change = {
  optionLists: {
    kinds: [
      { value: 'plan', label: 'count' },
      { value: 'photo', label: 'fee' },
    ],
  },
  pages: [
    {
      id: 'one',
      textResourceBindings: { title: 'page' },
      components: [
        {
          id: 'drawings',
          type: 'FileUploadWithTag',
          optionsId: 'kinds',
          textResourceBindings: { title: 'files', tagTitle: 'count' },
        },
      ],
    },
  ],
};
const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF');
async function add(submissionId: string, tag?: string) {
  const content = await receiveUploads(world.app, kari, submissionId).receive(Readable.from([pdf]));
  const file = { componentId: 'drawings', filename: 'a.pdf', content, tag };
  return addAttachment(world.app, kari, submissionId, file);
}

it('asks what a file is before it is taken, and tells it wherever the file is named', async () => {
  const slug = await world.service('submit_and_pay', change);
  const { submissionId } = await startSubmission(world.app, kari, slug, 'nb');
  for (const tag of [undefined, '', 'map'])
    expect(await add(submissionId, tag)).toEqual({
      kind: 'refused',
      reason: 'no_tag',
    });
  const draftOf = async () => {
    const draft = await readDraft(world.app, kari, submissionId);
    if (!draft) throw new Error('No draft');
    return draft;
  };
  const hash = async () => {
    const { submission, definition } = await draftOf();
    return contentHash(await readContent(world.app.db, submission, definition));
  };
  expect((await add(submissionId, 'plan')).kind).toBe('stored');
  const asPlan = await hash();
  // The same file again, as something else: one file, which is that now.
  expect((await add(submissionId, 'photo')).kind).toBe('stored');
  const { form, answers, files } = await draftOf();
  expect(files.map(({ filename, tag }) => [filename, tag])).toEqual([['a.pdf', 'photo']]);
  expect(await hash()).not.toBe(asPlan);
  const described = { drawings: files.map(({ filename, tag }) => ({ name: filename, tag })) };
  const context = { wording: translator('nb'), serviceText: (key: string) => key, files: described };
  expect(describeAnswers(form, answers, context)[0]?.rows[0]?.value).toBe('a.pdf (fee)');
});

it('wants the list that it names', () => {
  const known = { variants: variants.all() };
  const problems = (optionLists: typeof change.optionLists | undefined) =>
    definitionProblems(definitionFor('submit_and_pay', 'x', { ...change, optionLists }), known).map(
      ({ message }) => message,
    );
  expect(problems(change.optionLists)).toEqual([]);
  expect(problems(undefined)).toContain('drawings: there is no list "kinds"');
});
