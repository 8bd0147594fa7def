import { createSandbox } from './app.ts';

const sandbox = await createSandbox({
  port: port('SANDBOX_PORT', 4010),
  smtpPort: port('SANDBOX_SMTP_PORT', 4025),
  host: process.env.SANDBOX_HOST ?? '127.0.0.1',
  portalUrl: (process.env.PORTAL_URL ?? 'http://localhost:3000').replace(/\/$/, ''),
  dataFile: process.env.SANDBOX_DATA,
  log: (line) => console.log(line),
}).catch((error: unknown) => {
  console.error(`sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});

console.log(`sandbox ready ${sandbox.url}`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void sandbox.close().then(() => process.exit(0));
  });
}

function port(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    console.error(`${name} must be a port number, got «${text}»`);
    process.exit(1);
  }
  return value;
}
