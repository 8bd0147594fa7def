import type { App } from '../app.ts';

/** From now on nothing can be done with the case: its service's definition is not to be read. */
export async function breakCase({ db }: App, id: string): Promise<void> {
  await db.$executeRaw`
    with broken as (
      insert into service_version (id, service_id, owner_id, environment, version, definition, created_at)
      select gen_random_uuid(), v.service_id, v.owner_id, v.environment, 99, '{}'::jsonb, now()
        from service_version v join submission s on s.service_version_id = v.id where s.id = ${id}::uuid
      returning id)
    update submission set service_version_id = (select id from broken) where id = ${id}::uuid`;
}
