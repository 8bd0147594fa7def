import { afterEach, describe, expect, it, vi } from 'vitest';
import { providers } from '@/lib/payments/providers/registry.ts';
import { lostAndTold, lostCreate, told, untoldOrWrong } from './testing/cases/messages.ts';
import { mismatchEnds, partTaken } from './testing/cases/mismatches.ts';
import { deadForTenMinutes, lateMoney, lostReplies, refunds } from './testing/cases/money.ts';
import {
  declined,
  expired,
  leftUnpaid,
  mismatched,
  notAllowed,
  paid,
  twoTabs,
  untakable,
} from './testing/cases/outcomes.ts';
import { subjectOf } from './testing/stage.ts';
import { stageFor } from './testing/stage-for.ts';

/*
 * What every provider must do right, late, twice, wrong and dead (rule 16): each of them against its sandbox over HTTP, with
 * real PostgreSQL. What is expected follows from its capabilities, never from its name. After each case our books are held
 * against the provider's own, and the ledger against both.
 */
vi.setConfig({ testTimeout: 60_000 });

const contract = [
  ...[paid, twoTabs, declined, leftUnpaid, expired, untakable],
  ...[mismatched, mismatchEnds, partTaken, notAllowed],
  ...[told, untoldOrWrong, lostCreate, lostAndTold],
  ...[lostReplies, deadForTenMinutes, refunds, lateMoney],
];

const subjects = providers.all().map(subjectOf);

describe.each(subjects.map((subject) => ({ title: subject.definition.title, subject })))(
  '$title',
  ({ subject }) => {
    // Registered first, hence run last: also of what came while the sandbox was calmed.
    afterEach(() => stage.door.assertSound());
    const { stage } = stageFor(subject.definition.id);

    it('has its optional powers exactly when it says so', async () => {
      const { app } = stage.world;
      const name = subject.definition.id;
      const agreement = await app.db.paymentAgreement.findFirstOrThrow({ where: { name } });
      const provider = app.openProvider(agreement);
      for (const power of ['fetch', 'capture', 'cancel', 'refund'] as const)
        expect([power, provider[power] !== undefined]).toEqual([power, subject.can[power]]);
      expect(provider.register !== undefined).toBe(subject.definition.registers === true);
    });

    for (const cases of contract) cases(stage, subject);
  },
);
