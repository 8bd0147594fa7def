import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '@/lib/core/language.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { translator } from '@/lib/texts/translate.ts';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import { ServicePage, type ServicePageProps } from './service-page.tsx';

const shown: { definition?: ServiceDefinition; language: Language } = { language: 'nb' };

const words = {
  'service.title': 'Søknad om gebyr',
  'service.summary': 'Kort fortalt',
  'service.about': 'Om gebyret',
  'service.need': '- Tegning av tomta\n- Samtykke fra naboen',
  'service.price': 'Du betaler **200 kr** for hver prøve, og minst for én.',
  'service.purpose': 'Å ta prøver',
  'service.legalBasis': 'Prøveloven § 3',
  'service.afterwards': 'Svar innen tre uker',
};

/** A service that costs 100 kr per unit, at least two. */
function service(
  change: Parameters<typeof definitionFor>[2] & Partial<ServiceDefinition> = {},
): ServiceDefinition {
  const base = definitionFor('submit_and_pay', 'gebyr');
  const texts = { ...base.texts.nb, ...words };
  return {
    ...base,
    texts: { nb: texts, nn: texts, en: texts },
    pricing: {
      ...base.pricing,
      rules: [
        ...base.pricing.rules,
        { id: 'least', type: 'minimum', text: 'fee', vat: 'outside', of: ['fee'], amountMinor: 20_000 },
      ],
    },
    ...change,
  };
}

/** What stands under a heading, or behind a term, as plain text. */
function page(): (heading: string) => string {
  const name = { nb: 'Testkommune', nn: 'Testkommune', en: 'Test Municipality' };
  const found = { definition: shown.definition, service: { slug: 'gebyr' }, owner: { name } };
  const html = renderToStaticMarkup(
    <ServicePage
      token="5f0e6f0a-6c1e-4c55-9d56-3a4a5d1e7a01"
      found={found as unknown as ServicePageProps['found']}
      date="2026-03-10"
      t={translator(shown.language)}
    />,
  );
  const parts = html
    .split(/<(?=h\d|dt)/)
    .map((part) =>
      part
        .replace(/<\/(h\d|dt)>/, '\n')
        .replace(/<[^>]*>|^[^>]*>/g, ' ')
        .replace(/&nbsp;/g, ' '),
    )
    .map((part) => part.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()));
  return (heading) => {
    const [, ...rest] = parts.find(([first]) => first === heading) ?? ['', `nothing under «${heading}»`];
    return rest.filter(Boolean).join(' ');
  };
}

beforeEach(() => {
  shown.language = 'nb';
  shown.definition = service();
});

describe('the page of a service says, before anybody signs in', () => {
  const t = translator('nb');

  it('what it is, and whose', () => {
    const under = page();
    expect(under('Søknad om gebyr')).toContain('Kort fortalt');
    expect(under(t('portal.aboutTitle'))).toBe('Om gebyret');
    expect(under(t('portal.responsible'))).toBe('Testkommune');
  });

  it('what it costs: the amount, never less', () => {
    const fact = page()(t('portal.factPrice'));
    expect(fact).toBe(t('portal.priceFrom', { amount: '200 kr' }));
  });

  it('what it costs: how that is computed, in the owner’s words', () => {
    expect(page()(t('portal.priceTitle'))).toBe('Du betaler 200 kr for hver prøve, og minst for én.');
  });

  it('that the price comes of the answers, where nothing is sure before', () => {
    const { pricing } = definitionFor('submit_and_pay', 'gebyr');
    shown.definition = service({ pricing });
    expect(page()(t('portal.factPrice'))).toBe(t('portal.priceDepends'));
  });

  it('what one needs', () => {
    expect(page()(t('portal.needTitle'))).toBe('Tegning av tomta Samtykke fra naboen');
  });

  it.each([
    [['person'], 'portal.whoPerson'],
    [['organisation'], 'portal.whoOrganisation'],
    [['person', 'organisation'], 'portal.whoBoth'],
  ] as const)('who it is for: %j', (actingParties, key) => {
    shown.definition = service({ actingParties: [...actingParties] });
    expect(page()(t('portal.factWho'))).toBe(t(key));
  });

  it.each([
    ['idporten-loa-substantial', undefined, ['portal.levelSubstantial']],
    ['idporten-loa-high', undefined, ['portal.levelHigh']],
    ['idporten-loa-substantial', 'idporten-loa-high', ['portal.levelSubstantial', 'portal.levelSigning']],
    ['idporten-loa-high', 'idporten-loa-high', ['portal.levelHigh']],
  ] as const)('at which level one signs in (%s) and signs (%s)', (acr, signing, keys) => {
    shown.definition = service({ signIn: { acr }, ...(signing && { signing: { acr: signing } }) });
    expect(page()(t('portal.factSignIn'))).toBe(keys.map((key) => t(key)).join('. '));
  });

  it.each([
    ['submitted', 'portal.receivedSubmitted'],
    ['paid', 'portal.receivedPaid'],
  ] as const)('what counts as received: %s', (received, key) => {
    shown.definition = service({ received });
    expect(page()(t('portal.factReceived'))).toBe(t(key));
  });

  it('how it goes, how long one has, and what happens afterwards', () => {
    const under = page();
    const steps = ['portal.stepFill', 'portal.stepCheck', 'portal.stepPay', 'portal.stepReceipt'] as const;
    expect(under(t('portal.stepsTitle'))).toBe(steps.map((key) => t(key)).join(' '));
    expect(under(t('portal.factDeadlines'))).toContain(t('portal.deadlinePayment', { days: 14 }));
    expect(under(t('portal.afterwardsTitle'))).toBe('Svar innen tre uker');
  });

  it('why, and by which law', () => {
    const under = page();
    expect(under(t('portal.purpose'))).toBe('Å ta prøver');
    expect(under(t('portal.legalBasis'))).toBe('Prøveloven § 3');
  });

  it.each(['nn', 'en'] as const)('the same in %s', (language) => {
    shown.language = language;
    const other = translator(language);
    const under = page();
    const amount = language === 'en' ? 'NOK 200' : '200 kr';
    expect(under(other('portal.factPrice'))).toBe(other('portal.priceFrom', { amount }));
    expect(under(other('portal.factWho'))).toBe(other('portal.whoBoth'));
    expect(under(other('portal.factSignIn'))).toBe(other('portal.levelSubstantial'));
  });
});
