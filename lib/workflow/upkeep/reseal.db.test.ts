import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { newSecretBox, type SecretBox } from '@/lib/core/secret-box.ts';
import { newDatabase } from '@/lib/db/client.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { pidOf } from '@/lib/identity/people.ts';
import { openArchive } from '@/lib/receipts/read-archive.ts';
import type { App } from '../app.ts';
import { deliverCase } from '../delivering/deliver-case.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { readDraft } from '../filling/read-draft.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { ask } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { reseal } from './reseal.ts';
import { sealedPlaces } from './sealed-places.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

// The world's own key is the first; see testEnv.
const [first, second] = [key(7), key(8)];

/** The same database as a process sees it that was given these keys. */
async function withKeys<T>(box: SecretBox, use: (app: App) => Promise<T>): Promise<T> {
  const db = newDatabase(stage.world.databaseUrl, box);
  try {
    return await use({ ...stage.world.app, box, db });
  } finally {
    await db.$disconnect();
  }
}

const text: FormComponent = {
  id: 'fritt',
  type: 'Input',
  textResourceBindings: { title: 'count' },
  dataModelBindings: { simpleBinding: 'Fritt' },
};

const count: FormComponent = {
  ...text,
  id: 'count',
  format: 'integer',
  dataModelBindings: { simpleBinding: 'count' },
};

async function delivered(): Promise<{ id: string; attemptId: string; reference: string }> {
  const slug = await stage.world.service('pay_after_sign', {
    pages: [{ id: 'one', textResourceBindings: { title: 'page' }, components: [count, text] }],
  });
  const { submissionId: id } = await startSubmission(stage.world.app, stage.kari, slug, 'nb');
  await saveAnswers(stage.world.app, stage.kari, id, 'one', { count: ['3'], fritt: ['12858514140'] }, 0);
  await confirmSubmission(stage.world.app, stage.kari, id, undefined);
  expect(await stage.journey.sign(id)).toBe('signed');
  const attempt = await stage.journey.paid(id);
  await ask(stage.world, attempt);
  await deliverCase(stage.world.app, id);
  const { reference } = await stage.world.app.db.archiveRecord.findUniqueOrThrow({
    where: { submissionId: id },
  });
  return { id, attemptId: attempt.id, reference };
}

async function draft(): Promise<string> {
  const slug = await stage.world.service('submit_and_pay', {
    pages: [{ id: 'one', textResourceBindings: { title: 'page' }, components: [count, text] }],
  });
  const { submissionId } = await startSubmission(stage.world.app, stage.kari, slug, 'nb');
  await saveAnswers(
    stage.world.app,
    stage.kari,
    submissionId,
    'one',
    { count: ['1'], fritt: ['12858514140'] },
    0,
  );
  return submissionId;
}

describe('rule 19: the key can be changed while Kvitt runs', () => {
  it('knows every column that the schema says is sealed', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    const documented = [...schema.matchAll(/model \w+ \{([\s\S]*?)@@map\("(\w+)"\)/g)].flatMap(
      ([, body = '', table]) =>
        [...body.matchAll(/\/\/\/.*\bsealed\b.*\n\s+(\w+)(.*)/gi)].map(
          ([, field, rest = '']) => `${table}.${/@map\("(\w+)"\)/.exec(rest)?.[1] ?? field}`,
        ),
    );
    expect(documented.length).toBeGreaterThan(5);
    const known = sealedPlaces.map(({ table, column }) => `${table}.${column}`);
    // The archive's column is told of beside the flag that says which of its files are sealed.
    expect(documented.filter((place) => !known.includes(place))).toEqual(['archive_file.sealed']);
  });

  it('seals everything anew, so that the old key opens nothing more and the new one all', async () => {
    const done = await delivered();
    const open = await draft();
    const both = newSecretBox(second, [first]);

    // A process that was given both works before, during and after.
    await withKeys(both, async (app) => {
      expect((await readDraft(app, stage.kari, open))?.answers).toMatchObject({ Fritt: '12858514140' });
      await saveAnswers(app, stage.kari, open, 'one', { count: ['2'], fritt: ['21866417404'] }, 1);
      const result = await reseal(app);
      const of = (place: string) => result.find((each) => each.place === place);
      for (const place of [
        'person.pid_sealed',
        'payment_agreement.credentials',
        'payment_attempt.message_secret',
        'payment_attempt.snapshot',
        'submission.answers',
        'signing_key.private_jwk',
        'archive_file.content',
      ])
        expect([place, (of(place)?.resealed ?? 0) > 0]).toEqual([place, true]);
      expect(result.every(({ unopened }) => unopened === 0)).toBe(true);
      expect((await reseal(app)).every(({ resealed }) => resealed === 0)).toBe(true);
    });

    await withKeys(newSecretBox(second), async (app) => {
      expect((await readDraft(app, stage.kari, open))?.answers).toMatchObject({ Fritt: '21866417404' });
      const person = await app.db.person.findUniqueOrThrow({ where: { id: stage.kari.personId } });
      expect(pidOf(app, person)).toBe('12858514140');
      const attempt = await app.db.paymentAttempt.findUniqueOrThrow({ where: { id: done.attemptId } });
      expect(attempt.snapshot).toMatchObject({ answers: { Fritt: '12858514140' } });
      expect(await openArchive(app.db, stage.kari, done.reference)).toMatchObject({ intact: true });
    });
    await withKeys(newSecretBox(first), async (app) => {
      await expect(readDraft(app, stage.kari, open)).rejects.toThrow('does not open');
    });
    // The world's own process still has the first key only.
    await withKeys(newSecretBox(first, [second]), (app) => reseal(app));
  });

  it('leaves what no key opens as it is, and says so', async () => {
    const id = await draft();
    await withKeys(newSecretBox(second), async (app) => {
      const result = await reseal(app);
      expect(result.find(({ place }) => place === 'submission.answers')?.unopened).toBeGreaterThan(0);
    });
    expect((await readDraft(stage.world.app, stage.kari, id))?.answers).toMatchObject({
      Fritt: '12858514140',
    });
  });

  it('the archive stays written once for everybody else', async () => {
    const { reference } = await delivered();
    await expect(
      stage.world.app.db.$executeRaw`update archive_file set content = '' where reference = ${reference}`,
    ).rejects.toThrow('written once');
    await expect(
      stage.world.app.db.$transaction([
        stage.world.app.db.$executeRaw`select set_config('kvitt.resealing', 'on', true)`,
        stage.world.app.db.$executeRaw`update archive_file set sha256 = 'x' where reference = ${reference}`,
      ]),
    ).rejects.toThrow('written once');
  });
});
