import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMetrics } from './open-metrics.ts';

describe('writeMetrics', () => {
  it('writes name, help, type, labels and value, and says where it ends', () => {
    expect(
      writeMetrics([
        {
          name: 'kvitt_alarms',
          help: 'Alarms that are not closed',
          samples: [
            { labels: { kind: 'refund_refused', state: 'open' }, value: 2 },
            { labels: { kind: 'undelivered', state: 'open' }, value: 0 },
          ],
        },
        { name: 'kvitt_workers', help: 'Workers', samples: [{ value: 1.5 }] },
      ]),
    ).toBe(
      [
        '# HELP kvitt_alarms Alarms that are not closed',
        '# TYPE kvitt_alarms gauge',
        'kvitt_alarms{kind="refund_refused",state="open"} 2',
        'kvitt_alarms{kind="undelivered",state="open"} 0',
        '# HELP kvitt_workers Workers',
        '# TYPE kvitt_workers gauge',
        'kvitt_workers 1.5',
        '# EOF',
        '',
      ].join('\n'),
    );
  });

  it('a label’s value stays within its quotes and on its line, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const written = writeMetrics([
          { name: 'a', help: '', samples: [{ labels: { b: value }, value: 1 }] },
        ]);
        const [, , line = ''] = written.split('\n');
        expect(written.split('\n')).toHaveLength(5);
        const [, inner = ''] = /^a\{b="((?:[^"\\]|\\.)*)"\} 1$/s.exec(line) ?? [];
        expect(inner.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char))).toBe(value);
      }),
    );
  });

  it('refuses what would be read as something else', () => {
    const one = (name: string, value: number, label = 'b') =>
      writeMetrics([{ name, help: '', samples: [{ labels: { [label]: '' }, value }] }]);
    expect(() => one('a b', 1)).toThrow('No name of a metric');
    expect(() => one('a', Number.NaN)).toThrow('no number');
    expect(() => one('a', 1, 'b-c')).toThrow('No name of a label');
  });
});
