import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export { shapeOf } from '../../nets/testing/reference.ts';

/** The official examples lie beside the project, not in it. */
const folder = fileURLToPath(
  new URL('../../../../shared/reference/providers/specs/swedbankpay/examples/', import.meta.url),
);
export const hasReference = existsSync(folder);
if (!hasReference) console.info(`skipped: the reference examples are not at ../shared (${folder})`);

// biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
export function readExample(name: string): any {
  return JSON.parse(readFileSync(`${folder}${name}`, 'utf8'));
}

/** The provider's test cards and magic amounts. */
// biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
export function readTestCards(): any {
  return JSON.parse(readFileSync(`${folder}../../vectors/test-cards.json`, 'utf8')).swedbankPay;
}
