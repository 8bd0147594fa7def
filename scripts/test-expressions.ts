/*
 * npm run test:expressions: the published cases of Altinn's expression language, from the folder in ALTINN_EXPRESSION_CASES.
 * Every failure with file and reason, what is left out by decision, and last `N passed, N failed`.
 */
import { existsSync } from 'node:fs';
import { judgeCase } from './expressions/judge-case.ts';
import { defaultFolder, readPublishedCases } from './expressions/published-case.ts';

const asked = process.env.ALTINN_EXPRESSION_CASES;
const folder = asked || defaultFolder;
const left = new Map<string, number>();
let [passed, failed] = [0, 0];

if (!existsSync(folder)) {
  console.log(`${folder} is not here: no cases to run`);
  // A folder that somebody named must be there.
  if (asked) failed += 1;
}
for (const each of readPublishedCases(folder)) {
  const verdict = judgeCase(each);
  if (verdict.outcome === 'passed') passed += 1;
  if (verdict.outcome === 'skipped') {
    const why = `${verdict.function}: ${verdict.reason}`;
    left.set(why, (left.get(why) ?? 0) + 1);
  }
  if (verdict.outcome === 'failed') {
    failed += 1;
    console.log(`FAILED ${each.file}: ${each.name}\n       ${verdict.reason}`);
  }
}
for (const [why, count] of left) console.log(`skipped by decision (${count}): ${why}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
