import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { FormPage } from '@/lib/forms/component.ts';
import { pageMark, readDraft } from '@/lib/workflow/filling/read-draft.ts';
import { startSubmission } from '@/lib/workflow/filling/start-submission.ts';
import { createWorld, type World } from '@/lib/workflow/testing/world.ts';
import { saveStep } from '../save-step.ts';

/** A person with a draft of her own, to whose pages a browser posts. */
export interface Posting {
  world: World;
  kari: Actor;
  id: string;
}

export type Fields = Record<string, string | string[] | File>;

export const bind = (path: string) => ({
  textResourceBindings: { title: path },
  dataModelBindings: { simpleBinding: path },
});

/** For the tests of one file: a world for all of them, and a new draft for each. */
export function posting(pages: FormPage[]): Posting {
  const stage = {} as Posting;
  beforeAll(async () => {
    stage.world = await createWorld();
  });
  afterAll(() => stage.world?.close());
  beforeEach(async () => {
    const { world } = stage;
    stage.kari = await world.person();
    const slug = await world.service('submit_and_pay', { pages });
    stage.id = (await startSubmission(world.app, stage.kari, slug, 'nb')).submissionId;
  });
  return stage;
}

/** Posts a page as a browser does, with the marks of now where it is not told others. */
export async function post(
  stage: Posting,
  page: string,
  fields: Fields,
  { actor = stage.kari, multipart = false, fresh = true } = {},
): Promise<Response> {
  const marks = fresh ? await currentMarks(stage, page) : {};
  const body = multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries({ ...marks, ...fields })) {
    for (const each of [value].flat()) (body as FormData).append(name, each as string);
  }
  return send(stage, page, body, actor);
}

export function send(
  { world, kari, id }: Posting,
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
export async function currentMarks(stage: Posting, page: string): Promise<Record<string, string>> {
  const draft = await draftNow(stage);
  return {
    _version: String(draft.submission.answersVersion),
    _mark: pageMark(draft.form, page, draft.answers),
  };
}

export async function draftNow({ world, kari, id }: Posting) {
  const draft = await readDraft(world.app, kari, id);
  if (!draft) throw new Error('No draft');
  return draft;
}

/** Where the browser is sent, within the case. */
export const whereTo = ({ id }: Posting, response: Response) =>
  response.headers.get('location')?.replace(`/submissions/${id}`, '');
