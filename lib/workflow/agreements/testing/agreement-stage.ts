import { afterAll, afterEach, beforeAll } from 'vitest';
import { KvittError } from '@/lib/core/errors.ts';
import type { StaffActor, StaffRole } from '@/lib/core/staff-actor.ts';
import { fieldName } from '@/lib/payments/agreement-field.ts';
import { employee, stranger } from '../../testing/employees.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { openCredentials } from '../agreement-fields.ts';

/** A world with one who keeps its owner's agreements, and one who keeps another owner's. */
export interface AgreementStage {
  world: World;
  eva: StaffActor;
  stranger: StaffActor;
}

/** For the tests of one file: filled in before the first of them; what was made to fail works again after each. */
export function agreementStage(): AgreementStage {
  const stage = {} as AgreementStage;
  beforeAll(async () => {
    stage.world = await createWorld();
    const roles: StaffRole[] = ['finance', 'editor'];
    stage.eva = await employee(stage.world, roles, 'Eva Testnes');
    stage.stranger = await stranger(stage.world, roles);
  });
  afterAll(() => stage.world?.close());
  afterEach(() => stage.world.nets.clearFaults());
  return stage;
}

/** The owner's agreement with a provider, as it is stored. */
export const row = ({ world, eva }: AgreementStage, provider: string) =>
  world.app.db.paymentAgreement.findFirstOrThrow({ where: { name: provider, ownerId: eva.ownerId } });

/** Its keys, opened. */
export const stored = async (stage: AgreementStage, provider: string) =>
  openCredentials(stage.world.app, await row(stage, provider));

/** What is on record of something. */
export const acts = async ({ world }: AgreementStage, subjectId: string) =>
  (await world.app.db.auditEntry.findMany({ where: { subjectId }, orderBy: { createdAt: 'asc' } })).map(
    ({ act }) => act,
  );

export const formOf = (values: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [fieldName(name), String(value)]));

/** The code that something was refused with; `done` when it was not. */
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof KvittError ? error.code : String(error)),
  );
