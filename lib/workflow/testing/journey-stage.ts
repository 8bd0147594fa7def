import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { employee } from './employees.ts';
import { type Journey, newJourney } from './journey.ts';
import { createWorld, type World } from './world.ts';

/** A world, a person who goes through it, and an employee of its owner who sees to the money. */
export interface JourneyStage {
  world: World;
  kari: Actor;
  journey: Journey;
  finance: StaffActor;
}

/** A world for the tests of one file: filled in before the first of them; what was made to fail works again after each. */
export function journeyStage(): JourneyStage {
  const stage = {} as JourneyStage;
  beforeAll(async () => {
    const world = await createWorld();
    const kari = await world.person();
    const finance = await employee(world, ['finance']);
    Object.assign(stage, { world, kari, finance, journey: newJourney(world, kari) });
  });
  afterAll(() => stage.world?.close());
  afterEach(() => stage.world.nets.clearFaults());
  return stage;
}

export const db = ({ world }: Pick<JourneyStage, 'world'>) => world.app.db;
