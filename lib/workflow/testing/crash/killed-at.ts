import { spawn } from 'node:child_process';
import { testVariables } from '../test-env.ts';
import type { World } from '../world.ts';
import type { Order } from './deed.ts';

/** Does a deed in a process of its own that kills itself at a point, and waits until it is dead. @throws when it lives. */
export async function killedAt(point: string, entry: string, world: World, order: Order): Promise<void> {
  const dying = spawn(process.execPath, ['--no-warnings', entry, JSON.stringify(order)], {
    env: {
      ...testVariables(world.databaseUrl, world.sandboxUrl),
      PORTAL_URL: world.app.portalUrl,
      NODE_ENV: 'test',
      KVITT_CRASH_AT: point,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [dying.stdout, dying.stderr])
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  const signal = await new Promise((resolve) => dying.once('close', (_code, killedBy) => resolve(killedBy)));
  if (signal !== 'SIGKILL') throw new Error(`It did not come to ${point}: ${output}`);
}
