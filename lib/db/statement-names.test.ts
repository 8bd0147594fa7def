import { describe, expect, it } from 'vitest';
import { newStatementNames } from './statement-names.ts';

describe('names of statements', () => {
  it('the same text has one name, another text another, whatever its arguments', () => {
    const name = newStatementNames();
    const first = name({ sql: 'select $1', args: [1] });
    expect(first).toMatch(/^\w{1,63}$/);
    expect(name({ sql: 'select $1', args: [2] })).toBe(first);
    expect(name({ sql: 'select $1, 2', args: [1] })).not.toBe(first);
  });

  it('nothing without arguments, and no more than a connection can hold', () => {
    const name = newStatementNames();
    expect(name({ sql: 'commit', args: [] })).toBe('');
    const all = Array.from({ length: 1200 }, (_, n) => name({ sql: `select $1, ${n}`, args: [1] }));
    expect(new Set(all.filter((one) => one !== '')).size).toBe(1000);
    expect(name({ sql: 'select $1, 0', args: [1] })).toBe(all[0]);
  });
});
