import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from '../runtime/hashes.ts';

/** Rooms of shared code: a provider is one file under lib/payments/providers, one SDK and one registry line, never a word here. */
const rooms = ['app', 'components', 'lib', 'worker', 'prisma/schema.prisma', 'proxy.ts', 'next.config.js'];
const itsOwn = /^(?:lib\/sdk\/|lib\/payments\/providers\/)|\/testing\/|\.test-helper\.ts$/;
const words = ['nets', 'nexi', 'dibs', 'flexwin', 'payex', 'swedbank', 'vipps', 'netaxept'];
/** As a word or the beginning of a name: `nets`, `NetsClient`, `x_nets`, but not `magnets` or `vippsen`. */
const word = new RegExp(
  `(?<![A-Za-z])(?:${words.flatMap((one) => [one, one[0]?.toUpperCase() + one.slice(1), one.toUpperCase()]).join('|')})(?![a-z])`,
);

/** Shared code knows no provider by name. Returns one line per place that does. */
export function checkProviderWords(base: string): string[] {
  return rooms
    .flatMap((room) => walk(base, room))
    .filter((path) => /\.(?:tsx?|m?js|prisma|css)$/.test(path) && !itsOwn.test(path))
    .flatMap((path) => linesWith(readFileSync(join(base, path), 'utf8')).map((line) => `${path}:${line}`));
}

function linesWith(source: string): string[] {
  return source
    .split('\n')
    .flatMap((line, index) => (word.test(line) ? [`${index + 1}: names a provider: ${line.trim()}`] : []));
}
