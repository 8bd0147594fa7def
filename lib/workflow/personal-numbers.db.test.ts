import { describe, expect, it, vi } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { mayHoldPersonalNumber } from '@/lib/core/identifiers/fodselsnummer.ts';
import { newSecretBox } from '@/lib/core/secret-box.ts';
import { newDatabase } from '@/lib/db/client.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { openArchive, readArchiveFile } from '@/lib/receipts/read-archive.ts';
import { deliverCase } from './delivering/deliver-case.ts';
import { listInProgress } from './delivering/list-in-progress.ts';
import { confirmSubmission } from './filling/confirm-submission.ts';
import { readDraft } from './filling/read-draft.ts';
import { saveAnswers } from './filling/save-answers.ts';
import { startSubmission } from './filling/start-submission.ts';
import { fetchFacts } from './lookups/fetch-facts.ts';
import { readSealCheck } from './signing/read-seal-check.ts';
import { ask } from './testing/journey.ts';
import { journeyStage } from './testing/journey-stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

const db = () => stage.world.app.db;

const [own, ola, typed] = ['12858514140', '03907215767', '21866417404'];

const input = (id: string, path: string, format?: string): FormComponent => ({
  id,
  type: 'Input',
  ...(format && { format }),
  textResourceBindings: { title: 'count' },
  dataModelBindings: { simpleBinding: path },
});

const components: FormComponent[] = [
  { ...input('count', 'count', 'integer'), required: true },
  input('meg', 'Meg.Fnr', 'fnr'),
  input('barn', 'Barn.Fnr', 'fnr'),
  input('fritt', 'Fritt'),
  {
    id: 'eier',
    type: 'PersonLookup',
    textResourceBindings: { title: 'count' },
    dataModelBindings: { person_lookup_ssn: 'Eier.Fnr', person_lookup_name: 'Eier.Navn' },
  },
];

const change = {
  pages: [{ id: 'one', textResourceBindings: { title: 'page' }, components }],
  prefill: [{ path: 'Meg.Fnr', from: 'person.fnr' }],
};

const posted = { count: ['3'], barn: [typed], fritt: [`Se ${typed}`], 'eier-number': [ola] };

const answers = {
  count: '3',
  Meg: { Fnr: own },
  Barn: { Fnr: typed },
  Fritt: `Se ${typed}`,
  Eier: { Fnr: ola, Navn: 'Ola Prøvestad' },
};

async function filledIn(variant: string): Promise<string> {
  const slug = await stage.world.service(variant, change);
  const { submissionId } = await startSubmission(stage.world.app, stage.kari, slug, 'nb');
  const began = await readDraft(stage.world.app, stage.kari, submissionId);
  await saveAnswers(stage.world.app, stage.kari, submissionId, 'one', { ...posted, meg: [own] }, 0);
  expect(began?.answers).toMatchObject({ Meg: { Fnr: own } });
  expect((await fetchFacts(stage.world.app, stage.kari, submissionId, 'eier-fetch', 'Prøvestad')).kind).toBe(
    'fetched',
  );
  return submissionId;
}

/** Every cell of every table that holds one of the numbers, as text or in bytes, with or without a space. */
async function cellsInClear(): Promise<string[]> {
  const columns = await db().$queryRaw<{ schema: string; table: string; column: string; type: string }[]>`
    select table_schema as schema, table_name as "table", column_name as "column", data_type as type
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  expect(columns.filter(({ type }) => type === 'jsonb').length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const cell = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    for (const number of [own, ola, typed]) {
      const pattern = `${number.slice(0, 6)}[^0-9]{0,2}${number.slice(6)}`;
      const rows = await db().$queryRawUnsafe<{ n: number }[]>(
        `select count(*)::int as n from "${schema}"."${table}" where ${cell} ~ $1`,
        pattern,
      );
      if (rows[0]?.n) found.push(`${schema}.${table}.${column} holds ${number} ${rows[0].n} times`);
    }
  }
  return found;
}

describe('rule 19: fødselsnummer at rest', () => {
  it('stand nowhere in clear, from the first page to the archive, and everything reads as before', async () => {
    const id = await filledIn('pay_after_sign');
    expect((await readDraft(stage.world.app, stage.kari, id))?.answers).toEqual(answers);
    expect(await cellsInClear()).toEqual([]);

    expect(await confirmSubmission(stage.world.app, stage.kari, id, undefined)).toEqual({
      kind: 'confirmed',
    });
    expect(await stage.journey.sign(id)).toBe('signed');
    const signature = await db().signatureRequest.findFirstOrThrow({ where: { submissionId: id } });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    await deliverCase(stage.world.app, id);
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await cellsInClear()).toEqual([]);

    expect((await readSealCheck(stage.world.app, stage.kari, signature.id, 'nb')).verdict.state).toBe(
      'intact',
    );
    const stored = await stage.journey.attempt(attempt.id);
    expect(stored.snapshot).toMatchObject({ answers });
    expect(mayHoldPersonalNumber(JSON.stringify(stored.snapshot))).toBe(true);

    const { contentHash } = await db().submission.findUniqueOrThrow({ where: { id } });
    const { reference } = await db().archiveRecord.findUniqueOrThrow({ where: { submissionId: id } });
    const archive = await openArchive(db(), stage.kari, reference);
    expect(archive).toMatchObject({ intact: true, erased: false });
    expect(archive.manifest.files.find(({ name }) => name === 'content.json')?.sha256).toBe(contentHash);
    const read = async (name: string) =>
      new Response((await readArchiveFile(db(), stage.kari, reference, name)).body).text();
    expect(JSON.parse(await read('answers.json'))).toEqual(answers);
    expect(await read('answers.pdf')).toMatch(/^%PDF/);
    const sealed = await db().archiveFile.findMany({ where: { reference, sealed: true } });
    expect(sealed.map(({ name }) => name).sort()).toEqual(['answers.json', 'answers.pdf', 'content.json']);
  });

  it('a copy that was altered where it is sealed is found broken', async () => {
    const record = await db().archiveRecord.findFirstOrThrow();
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`alter table archive_file disable trigger archive_file_written_once`;
      await tx.$executeRaw`update archive_file set content = substring(content for length(content) - 4)
        where reference = ${record.reference} and name = 'answers.json'`;
      await tx.$executeRaw`alter table archive_file enable trigger archive_file_written_once`;
    });
    const { intact, files } = await openArchive(db(), stage.kari, record.reference);
    expect([intact, files.find(({ name }) => name === 'answers.json')?.state]).toEqual([false, 'broken']);
  });
});

describe('every way to a row', () => {
  it('opens: found, listed, included, selected alone, returned by a write, in a transaction, in another process', async () => {
    const id = await filledIn('submit_and_pay');
    const where = { id };
    const version = { submissions: { where } };
    const second = newDatabase(stage.world.databaseUrl, stage.world.app.box);
    const found: unknown[] = [
      (await db().submission.findUnique({ where }))?.answers,
      (await db().submission.findMany({ where, select: { answers: true } }))[0]?.answers,
      (await db().caseParty.findFirst({ where: { submissionId: id }, include: { submission: true } }))
        ?.submission.answers,
      (await db().serviceVersion.findFirst({ where: { submissions: { some: where } }, include: version }))
        ?.submissions[0]?.answers,
      (await db().submission.update({ where, data: { answers } })).answers,
      (await db().submission.updateManyAndReturn({ where, data: { answers } }))[0]?.answers,
      (await db().submission.upsert({ where, update: { answers }, create: await copyOf(id) })).answers,
      await db().$transaction(async (tx) => (await tx.submission.findUniqueOrThrow({ where })).answers),
      (await second.submission.findUniqueOrThrow({ where })).answers,
      { ...(await second.submission.findUniqueOrThrow({ where })) }.answers,
    ];
    await second.$disconnect();
    for (const each of found) expect(each).toEqual(answers);
    const alone = await db().submission.findMany({ where, select: { answers: true } });
    expect(Object.keys(alone[0] ?? {})).toEqual(['answers']);
    const copy = await copyOf(id);
    expect((await db().submission.createManyAndReturn({ data: [copy] }))[0]?.answers).toEqual(answers);
    expect(await cellsInClear()).toEqual([]);
  });

  it('what goes past the client extension is refused by the database', async () => {
    const id = await filledIn('submit_and_pay');
    const { partyId } = await db().caseParty.findFirstOrThrow({ where: { submissionId: id } });
    const key = { submissionId_partyId_role: { submissionId: id, partyId, role: 'filler' } };
    const refused = /not sealed/;
    await expect(
      db().caseParty.update({ where: key, data: { submission: { update: { answers } } } }),
    ).rejects.toThrow(refused);
    const clear = JSON.stringify(answers);
    await expect(db().$executeRaw`update submission set fetched = ${clear}::jsonb`).rejects.toThrow(refused);
    await expect(
      db().submission.updateMany({ where: { status: 'draft' }, data: { answers } }),
    ).rejects.toThrow('by the id of its row');
  });

  it('a text that looks sealed is a text', async () => {
    const slug = await stage.world.service('submit_and_pay', change);
    const { submissionId: id } = await startSubmission(stage.world.app, stage.kari, slug, 'nb');
    const [{ raw } = { raw: '' }] = await db().$queryRaw<{ raw: string }[]>`
      select answers #>> '{}' as raw from submission where id = ${id}::uuid`;
    expect(raw).toMatch(/^v1\./);
    await saveAnswers(stage.world.app, stage.kari, id, 'one', { count: ['3'], meg: [''], fritt: [raw] }, 0);
    expect((await readDraft(stage.world.app, stage.kari, id))?.answers.Fritt).toBe(raw);
  });
});

describe('another KVITT_SECRET_KEY', () => {
  it('stops no list, and says at the answers what is wrong', async () => {
    const id = await filledIn('submit_and_pay');
    const other = newSecretBox(Buffer.alloc(32, 9).toString('base64'));
    const app = { ...stage.world.app, box: other, db: newDatabase(stage.world.databaseUrl, other) };
    expect((await listInProgress(app, stage.kari)).cases.some((each) => each.id === id)).toBe(true);
    const row = await app.db.submission.findUniqueOrThrow({ where: { id } });
    expect(row.status).toBe('draft');
    expect(() => row.answers as Answers).toThrow(
      `submission.answers:${id} does not open: it was sealed with another KVITT_SECRET_KEY`,
    );
    await expect(readDraft(app, stage.kari, id)).rejects.toThrow('does not open');
    await app.db.$disconnect();
  });
});

/** Everything a new row needs, with the same answers. */
async function copyOf(id: string) {
  const { fetched, answers: same, ...row } = await db().submission.findUniqueOrThrow({ where: { id } });
  const reference = stage.world.app.ids.token(8);
  return { ...row, id: stage.world.app.ids.uuid(), reference, answers: same ?? {}, fetched: fetched ?? {} };
}
