import { describe, expect, it } from 'vitest';
import { submissionMachine } from '@/lib/submissions/submission-machine.ts';
import { steps } from '../steps/registry.ts';
import type { CaseFacts } from '../steps/step.ts';
import { variants } from '../variants/registry.ts';
import { nextStop } from './next-stop.ts';

const money = { nothing: {}, held: { held: true }, settled: { settled: true } };
const signatures = { unsigned: 1, signed: 0 };

function stopsOf(id: string): Record<string, string> {
  const entries = Object.entries(money).flatMap(([paid, change]) =>
    Object.entries(signatures).map(([signed, signaturesMissing]): [string, string] => {
      const facts: CaseFacts = { settled: false, held: false, signaturesMissing, ...change };
      const stop = nextStop(variants.get(id), facts);
      return [`${paid}, ${signed}`, stop.at === 'step' ? stop.step.waitsIn : stop.at];
    }),
  );
  return Object.fromEntries(entries);
}

describe('where a case stands', () => {
  it('variants × facts', () => {
    const matrix = Object.fromEntries(variants.ids().map((id) => [id, stopsOf(id)]));
    expect(matrix).toMatchInlineSnapshot(`
      {
        "pay_after_sign": {
          "held, signed": "capture",
          "held, unsigned": "awaiting_signature",
          "nothing, signed": "awaiting_payment",
          "nothing, unsigned": "awaiting_signature",
          "settled, signed": "complete",
          "settled, unsigned": "awaiting_signature",
        },
        "pay_before_sign": {
          "held, signed": "capture",
          "held, unsigned": "awaiting_signature",
          "nothing, signed": "awaiting_payment",
          "nothing, unsigned": "awaiting_payment",
          "settled, signed": "complete",
          "settled, unsigned": "awaiting_signature",
        },
        "prefilled": {
          "held, signed": "capture",
          "held, unsigned": "capture",
          "nothing, signed": "awaiting_payment",
          "nothing, unsigned": "awaiting_payment",
          "settled, signed": "complete",
          "settled, unsigned": "complete",
        },
        "submit_and_pay": {
          "held, signed": "capture",
          "held, unsigned": "capture",
          "nothing, signed": "awaiting_payment",
          "nothing, unsigned": "awaiting_payment",
          "settled, signed": "complete",
          "settled, unsigned": "complete",
        },
      }
    `);
  });

  it('no variant completes a case before everything is settled and every asked signature is there', () => {
    for (const variant of variants.all()) {
      for (const settled of [true, false])
        for (const held of [true, false])
          for (const signaturesMissing of [0, 1, 2]) {
            const stop = nextStop(variant, { settled, held, signaturesMissing });
            if (stop.at !== 'complete') continue;
            expect(settled).toBe(true);
            if (variant.steps.includes('sign')) expect(signaturesMissing).toBe(0);
          }
    }
  });

  it('every step of every variant exists, and the machine leads into its state and out of it', () => {
    for (const variant of variants.all())
      for (const id of variant.steps) {
        const { waitsIn } = steps.get(id);
        const into = submissionMachine
          .states()
          .filter((from) => Object.values(submissionMachine.table[from]).flat().includes(waitsIn));
        expect(into).not.toEqual([]);
        expect(submissionMachine.isFinal(waitsIn)).toBe(false);
      }
  });
});
