import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { validateForm } from '@/lib/forms/validate.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { calculateOrder } from '@/lib/pricing/calculate-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { demo } from './demo.ts';
import { fishingCard } from './services/fishing-card/definition.ts';
import { marketStall } from './services/market-stall/definition.ts';
import { residentParking } from './services/resident-parking/definition.ts';

describe('who takes the money of the demo', () => {
  it('is four of them, and every one that there is can be chosen', () => {
    const takers = demo.services.map(({ ownerSlug, definition }) =>
      demo.agreements.find(
        (each) => each.ownerSlug === ownerSlug && each.name === definition.payment.agreement,
      ),
    );
    expect(new Set(takers.map((agreement) => agreement?.provider)).size).toBe(4);
    const chosen = demo.agreements.map(({ provider }) => provider);
    expect([...new Set(chosen)].sort()).toEqual(providers.ids().sort());
  });

  it('is opened with credentials that the provider can read', () => {
    for (const { provider, credentials } of demo.agreements)
      if (credentials) expect(providers.get(provider).config.safeParse(credentials).success).toBe(true);
  });
});

describe('prices of sample answers, which can be submitted', () => {
  it.each([
    ['day', 36_000],
    ['week', 90_000],
    ['season', 195_000],
  ])('a fishing card for a %s for three adults', (period, amountMinor) => {
    expect(price(fishingCard, fishing(period, '3'))).toEqual([[period, amountMinor]]);
  });

  it('parking costs half for an electric car', () => {
    expect(price(residentParking, parking('electric', 'year'))).toEqual([['permit', 160_000]]);
    expect(price(residentParking, parking('other', 'quarter'))).toEqual([['permit', 90_000]]);
  });

  it('a stall by the day, with VAT on the electricity alone', () => {
    expect(price(marketStall, stall('large', '3', 'yes'))).toEqual([
      ['large', 120_000],
      ['power', 22_500],
    ]);
    expect(order(marketStall, stall('large', '3', 'yes'))).toMatchObject({
      vatMinor: 4_500,
      totalMinor: 142_500,
    });
    expect(price(marketStall, stall('small', '1', 'no'))).toEqual([['small', 25_000]]);
  });
});

function order(definition: ServiceDefinition, answers: Answers) {
  expect(validateForm(definition, answers, { fileCounts: {} })).toEqual([]);
  const submitted = submittedAnswers(definition, answers);
  const result = calculateOrder(definition.pricing, submitted, { date: '2026-03-01' });
  if (!result.ok) throw new Error(`${result.ruleId}: ${result.detail}`);
  return result.order;
}

function price(definition: ServiceDefinition, answers: Answers): [string, number][] {
  return order(definition, answers).lines.map((line) => [line.id, line.grossMinor]);
}

function fishing(period: string, adults: string): Answers {
  return {
    Kort: {
      Periode: period,
      ...(period !== 'season' && { Fra: '2026-07-01' }),
      Voksne: adults,
      Bekreftelse: ['confirmed'],
    },
  };
}

function parking(engine: string, period: string): Answers {
  return {
    Bil: { Kjennemerke: 'EL 12345', Drivlinje: engine, Eier: 'self' },
    Tillatelse: { Sone: 'centre', Periode: period, Fra: '2026-07-01', Bekreftelse: ['confirmed'] },
    Kontakt: { Epost: 'kari@test.example' },
  };
}

function stall(size: string, days: string, power: string): Answers {
  return {
    Varer: { Type: 'plants', Beskrivelse: 'Stemorsblomster' },
    Kontakt: { Telefon: '+4798765432' },
    Plass: { Storrelse: size, Fra: '2026-07-01', Dager: days, Strom: power, Bekreftelse: ['confirmed'] },
  };
}
