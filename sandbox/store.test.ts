import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from './store.ts';

let folder: string;
let dataFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-store-'));
  dataFile = join(folder, 'deep', 'books.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const books = () => createStore(dataFile).collection<{ n: number }>('books');

describe("the sandbox's store", () => {
  it('knows every change after a kill at any moment, also in the middle of a line', () => {
    const first = books();
    first.set('kept', { n: 1 });
    first.set('kept', { n: 2 });
    first.set('gone', { n: 3 });
    first.delete('gone');
    appendFileSync(`${dataFile}.journal`, '["books","half",{"n"');
    const second = books();
    expect(second.values()).toEqual([{ n: 2 }]);
    second.clear();
    second.set('after', { n: 4 });
    expect(books().values()).toEqual([{ n: 4 }]);
  });

  it('writes one line for a change, and folds them before they become many', () => {
    const first = books();
    for (let n = 0; n < 5100; n += 1) first.set(String(n % 7), { n });
    expect(readFileSync(`${dataFile}.journal`, 'utf8').split('\n').length).toBeLessThan(200);
    expect(
      books()
        .values()
        .map(({ n }) => n)
        .sort(),
    ).toEqual([5093, 5094, 5095, 5096, 5097, 5098, 5099]);
  });
});
