import type { StaffActor, StaffRole } from '@/lib/core/staff-actor.ts';
import type { World } from './world.ts';

/** An employee of the world's owner. */
export async function employee(
  { app }: Pick<World, 'app'>,
  roles: readonly StaffRole[],
  name = 'Finn Prøvesen',
): Promise<StaffActor> {
  const { id: ownerId } = await app.db.owner.findFirstOrThrow({ where: { slug: 'testkommune' } });
  return { staffId: app.ids.uuid(), name, ownerId, roles };
}

/** An employee of another owner, which is made for it and has nothing. */
export async function stranger(
  { app }: Pick<World, 'app'>,
  roles: readonly StaffRole[],
): Promise<StaffActor> {
  const ownerId = app.ids.uuid();
  await app.db.owner.create({
    data: {
      id: ownerId,
      slug: `annen-${app.ids.token(4)}`,
      orgNumber: '310419273',
      kind: 'state',
      name: { nb: 'Annen' },
      email: 'annen@test.example',
    },
  });
  return { staffId: app.ids.uuid(), name: 'Astrid Testdal', ownerId, roles };
}
