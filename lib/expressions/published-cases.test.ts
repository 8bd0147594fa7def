import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeCase } from '@/scripts/expressions/judge-case.ts';
import { defaultFolder, readPublishedCases } from '@/scripts/expressions/published-case.ts';

const folder = process.env.ALTINN_EXPRESSION_CASES ?? defaultFolder;
if (!existsSync(folder)) console.info(`expressions: ${folder} is not here, its cases are skipped`);

describe.skipIf(!existsSync(folder))('published Altinn cases', () => {
  const cases = readPublishedCases(folder);

  it.each(cases.map((each) => [`${each.file}: ${each.name}`, each] as const))('%s', (_, each) => {
    const verdict = judgeCase(each);
    expect(verdict.outcome === 'failed' ? verdict.reason : 'passed').toBe('passed');
  });
});

describe('judging', () => {
  it('tells a wrong value, a missing failure and a broken file', () => {
    const judged = { file: 'a.json', name: 'a', expression: ['plus', 1, 1] };
    expect(judgeCase({ ...judged, expects: 3 })).toEqual({ outcome: 'failed', reason: 'wanted 3, got 2' });
    expect(judgeCase({ ...judged, expectsFailure: 'x' }).outcome).toBe('failed');
    expect(judgeCase({ ...judged, expects: 2 }).outcome).toBe('passed');
    expect(judgeCase({ file: 'b.json', name: 'b', broken: 'no JSON' }).outcome).toBe('failed');
  });
});
