import { env } from '@/lib/core/env.ts';
import { log } from '@/lib/core/log.ts';
import { newApp } from '@/lib/workflow/app.ts';
import { startWorker } from './worker.ts';

const config = env();
const app = newApp(config);
const worker = await startWorker(app, { databaseUrl: config.DATABASE_URL });
console.log('worker ready');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    worker
      .stop()
      .then(() => app.db.$disconnect())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'the worker did not stop cleanly');
          process.exit(1);
        },
      );
  });
}
