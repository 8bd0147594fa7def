import { env } from '@/lib/core/env.ts';
import { newApp } from '@/lib/workflow/app.ts';
import { reseal } from '@/lib/workflow/upkeep/reseal.ts';
import { readPorts, runtimeEnv } from './runtime/runtime-env.ts';
import { databaseForTools } from './runtime/tool-database.ts';

/*
 * npm run reseal   seals with KVITT_SECRET_KEY whatever one of KVITT_OTHER_SECRET_KEYS has sealed, while Kvitt runs or not;
 * see docs/operations.md. Ends with 1 when something is left that no key opens: then keep the old key.
 */
const server = await databaseForTools();
try {
  Object.assign(process.env, runtimeEnv(readPorts(), server.url));
  const app = newApp(env());
  try {
    const all = await reseal(app);
    for (const { place, resealed, unopened } of all)
      console.log(`${place}: ${resealed} resealed${unopened ? `, ${unopened} that no key opens` : ''}`);
    process.exitCode = all.some(({ unopened }) => unopened > 0) ? 1 : 0;
  } finally {
    await app.db.$disconnect();
  }
} finally {
  await server.stop();
}
