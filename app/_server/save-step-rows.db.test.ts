import { describe, expect, it } from 'vitest';
import type { FormPage } from '@/lib/forms/component.ts';
import { bind, currentMarks, draftNow, post, posting, whereTo } from './testing/posting.ts';

const guestRows: FormPage = {
  id: 'three',
  textResourceBindings: { title: 'three' },
  components: [
    {
      id: 'guest',
      type: 'RepeatingGroup',
      textResourceBindings: { title: 'guests', rowTitle: 'guest' },
      dataModelBindings: { group: 'guests' },
      maxCount: 5,
      children: [{ id: 'who', type: 'Input', required: true, ...bind('guests.who') }],
    },
  ],
};

const stage = posting([guestRows]);

describe('rows', () => {
  const sofar = (count: number) => [
    ...['guest', ...Array.from({ length: count }, (_, row) => `guest[${row}]`)],
    ...Array.from({ length: count }, (_, row) => `guest[${row}].who`),
  ];
  const guests = async () => (await draftNow(stage)).answers.guests;

  it('come and go by buttons, and lead to where the change is', async () => {
    expect(whereTo(stage, await post(stage, 'three', { action: 'add-row:guest', _shown: sofar(0) }))).toBe(
      '/three#guest[0].who',
    );
    const second = { action: 'add-row:guest', _shown: sofar(1), 'guest[0].who': 'Kari' };
    expect(whereTo(stage, await post(stage, 'three', second))).toBe('/three#guest[1].who');
    expect(await guests()).toEqual([{ who: 'Kari' }, {}]);
    const next = { _shown: sofar(2), 'guest[0].who': 'Kari', 'guest[1].who': '' };
    expect(whereTo(stage, await post(stage, 'three', { ...next, action: 'next' }))).toBe('/three?errors=1');
    expect(whereTo(stage, await post(stage, 'three', { ...next, action: 'remove-row:guest[1]' }))).toBe(
      '/three#guest',
    );
    expect(await guests()).toEqual([{ who: 'Kari' }]);
    for (const action of ['add-row:boxes', 'remove-row:guest[7]', 'add-row:', 'remove-row:__proto__[0]'])
      await post(stage, 'three', { action, _shown: sofar(1), 'guest[0].who': 'Kari' });
    expect(await guests()).toEqual([{ who: 'Kari' }]);
  });

  it('are one more however often the button is pressed', async () => {
    const marks = await currentMarks(stage, 'three');
    const press = { ...marks, action: 'add-row:guest', _shown: sofar(0) };
    const answers = await Promise.all([1, 2, 3].map(() => post(stage, 'three', press, { fresh: false })));
    expect(answers.map((answer) => whereTo(stage, answer))).toEqual(Array(3).fill('/three#guest[0].who'));
    expect(await guests()).toEqual([{}]);
  });

  it('are shown in both versions when another tab changed them', async () => {
    const old = await currentMarks(stage, 'three');
    await post(stage, 'three', { action: 'add-row:guest', _shown: sofar(0) });
    await post(stage, 'three', { action: 'later', _shown: sofar(1), 'guest[0].who': 'Ola' });
    const mine = { _shown: sofar(1), 'guest[0].who': 'Kari', action: 'add-row:guest' };
    expect((await post(stage, 'three', { ...old, ...mine }, { fresh: false })).status).toBe(409);
    expect(await guests()).toEqual([{ who: 'Ola' }]);
    expect(whereTo(stage, await post(stage, 'three', mine))).toBe('/three#guest[1].who');
    expect(await guests()).toEqual([{ who: 'Kari' }, {}]);
  });

  it('are refused clearly when there are far too many, and nothing else is lost', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, row) => [`guest[${row}].who`, 'x']));
    expect(whereTo(stage, await post(stage, 'three', { ...many, action: 'next' }))).toBe('/three?errors=1');
    expect(await guests()).toHaveLength(201);
    const flood = Object.fromEntries(Array.from({ length: 10_001 }, (_, row) => [`guest[${row}].who`, 'x']));
    await expect(post(stage, 'three', { ...flood, action: 'next' })).rejects.toMatchObject({
      code: 'bad_request',
    });
  });
});
