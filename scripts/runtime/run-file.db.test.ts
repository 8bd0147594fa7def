import '../testing/scratch-data.ts';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bystander, goneProcess } from '../testing/bystander.ts';
import { scratchData } from '../testing/scratch-data.ts';
import { commandLineOf, isAlive, remember } from './processes.ts';
import { forgetRun, noteChild, stopLeftovers } from './run-file.ts';

const folder = join(scratchData, 'run');

/** What a start that was killed left behind. */
function leaves(starter: object, children: object[], name = '1.json'): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify({ starter, children }));
}
const child = (pid: number) => ({ ...remember(pid), commandLine: commandLineOf(pid) });
const dead = async () => ({ pid: await goneProcess(), startedAt: '1' });

afterEach(() => forgetRun());

describe('what a killed start left running', () => {
  it('is stopped by the next one, and forgotten', async () => {
    const left = [await bystander(), await bystander()];
    leaves(await dead(), left.map(child));
    expect(await stopLeftovers()).toBe(2);
    expect(left.filter(isAlive)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is nothing when its processes died too, and the note goes', async () => {
    leaves(await dead(), [{ ...(await dead()), commandLine: 'node' }]);
    writeFileSync(join(folder, '2.json'), '{"starter":');
    expect(await stopLeftovers()).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is never a newcomer with the number of what was left', async () => {
    const pid = await bystander();
    leaves(await dead(), [{ ...child(pid), startedAt: '1' }]);
    expect(await stopLeftovers()).toBe(0);
    expect(isAlive(pid)).toBe(true);
  });

  it('is left alone while its start lives', async () => {
    const [starter, running] = [await bystander(), await bystander()];
    leaves(remember(starter), [child(running)]);
    expect(await stopLeftovers()).toBe(0);
    expect(isAlive(running)).toBe(true);
    expect(readdirSync(folder)).toEqual(['1.json']);
  });
});

it('a start notes each child that lives, and forgets them all when it ends in order', async () => {
  const [first, second] = [await goneProcess(), await bystander()];
  noteChild(first);
  noteChild(second);
  const note = join(folder, `${process.pid}.json`);
  expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({
    starter: remember(process.pid),
    children: [child(second)],
  });
  forgetRun();
  expect(existsSync(note)).toBe(false);
});
