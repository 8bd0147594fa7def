import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Capabilities } from '@/lib/payments/provider.ts';
import { paymentHints, paymentMisfits } from '@/lib/services/definition-problems.ts';
import { findSection } from '@/lib/services/edit-section.ts';
import { findOwnService } from '@/lib/services/own-service.ts';
import { draftProblems, publishDraft } from '@/lib/services/publish-draft.ts';
import { saveDraft, seenHash } from '@/lib/services/save-draft.ts';
import { type SectionInput, sectionInput } from '@/lib/services/section-input.ts';
import { saveReceivers } from '../alarms/alarm-receivers.ts';
import type { App } from '../app.ts';
import { definitionFor } from '../testing/definition-for.ts';
import { employee } from '../testing/employees.ts';
import { createWorld, type World } from '../testing/world.ts';
import { serviceKnown } from './service-known.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let world: World;
let editor: StaffActor;
beforeAll(async () => {
  world = await createWorld();
  editor = await employee(world, ['editor']);
});
afterAll(() => world?.close());

async function serviceId(payment: object = {}): Promise<string> {
  const change = { payment: { agreement: 'nets', capture: 'now' as const, ...payment } };
  const slug = await world.service('submit_and_pay', change);
  return (await world.app.db.service.findFirstOrThrow({ where: { slug } })).id;
}

/** Saves the payment section as its form would. */
async function save(id: string, change: (input: SectionInput) => void) {
  const own = await findOwnService(world.app.db, editor, id);
  const definition = (own.draft ?? own.published)?.definition;
  const section = definition && findSection(definition, 'payment');
  if (!section) throw new Error('no section');
  const before = sectionInput(definition, section);
  const input = structuredClone(before);
  change(input);
  const known = await serviceKnown(world.app, own, input.agreement);
  return saveDraft(world.app, editor, id, { section: 'payment', seen: seenHash(before), input }, known);
}

async function problems(id: string): Promise<string[]> {
  const own = await findOwnService(world.app.db, editor, id);
  return draftProblems(own, await serviceKnown(world.app, own)).blocking.map(({ code }) => code);
}

const describedAs = (text: string) => (input: SectionInput) => {
  input.texts['payment.description'] = { nb: text, nn: text, en: text };
};

describe('a service that is moved to another agreement', () => {
  it('takes a description along that its provider takes, or is not moved', async () => {
    const id = await serviceId();
    const long = 'Gebyr for behandling av en søknad om tillatelse';
    expect(await save(id, describedAs(long))).toEqual({ kind: 'saved' });
    expect(await problems(id)).toEqual([]);
    const moved = await save(id, (input) => {
      input.agreement = 'payex';
    });
    expect(moved).toMatchObject({
      kind: 'unsound',
      problems: [{ code: 'too_long', values: { max: '40' } }, {}, {}],
    });
    expect(
      await save(id, (input) => {
        describedAs('Gebyr for søknad')(input);
        input.agreement = 'payex';
      }),
    ).toEqual({ kind: 'saved' });
    // From there on the same is said at publishing.
    await save(id, describedAs(long));
    expect(await problems(id)).toEqual(['too_long', 'too_long', 'too_long']);
    const { draft } = await findOwnService(world.app.db, editor, id);
    const seen = { version: draft?.row.version ?? 0, revision: draft?.row.revision ?? 0 };
    const own = await findOwnService(world.app.db, editor, id);
    expect((await publishDraft(world.app, editor, id, seen, await serviceKnown(world.app, own))).kind).toBe(
      'refused',
    );
  });

  it('is not moved to one that the owner does not have', async () => {
    const id = await serviceId();
    const moved = await save(id, (input) => {
      input.agreement = 'somebody-elses';
    });
    expect(moved).toMatchObject({ kind: 'unsound', problems: [{ code: 'agreement_unknown' }] });
  });

  it('keeps limits that the other does not know, and is not published with them', async () => {
    const id = await serviceId({ methods: ['Visa', 'AmericanExpress'] });
    await save(id, (input) => {
      input.agreement = 'payex';
    });
    expect(await problems(id)).toEqual(['method_unknown']);
    await save(id, (input) => {
      input.methods = ['Visa'];
      input.cardTypes = ['debit'];
    });
    expect(await problems(id)).toEqual([]);
    await save(id, (input) => {
      input.agreement = 'nets';
    });
    expect(await problems(id)).toEqual(['card_type_unknown']);
  });
});

describe('an owner whom nobody mails', () => {
  it('is told when a service with payment is edited, may publish all the same, and is not told any more when somebody is', async () => {
    const hints = async (variant: string) => {
      const slug = await world.service(variant, {});
      const { id } = await world.app.db.service.findFirstOrThrow({ where: { slug } });
      const own = await findOwnService(world.app.db, editor, id);
      const known = await serviceKnown(world.app, own);
      const { blocking, warnings } = draftProblems(own, known);
      expect(blocking).toEqual([]);
      const told = paymentHints(definitionFor(variant, 'none'), known).map(({ code }) => code);
      expect(warnings.map(({ code }) => code).filter((code) => code === 'nobody_mailed')).toEqual(told);
      return told;
    };
    expect(await hints('submit_and_pay')).toEqual(['nobody_mailed']);
    const receivers = { addresses: 'drift@test.example', language: 'nb' };
    expect(await saveReceivers(world.app, editor, receivers)).toEqual({ kind: 'saved' });
    expect(await hints('submit_and_pay')).toEqual([]);
  });
});

describe('what does not fit the agreement', () => {
  type Change = Parameters<World['service']>[1];
  const moved = async (variant: string, change: Change, agreement: string, app = world.app) => {
    const slug = await world.service(variant, change);
    const { id } = await world.app.db.service.findFirstOrThrow({ where: { slug } });
    await save(id, (input) => {
      input.agreement = agreement;
      describedAs('Gebyr')(input);
    });
    const own = await findOwnService(world.app.db, editor, id);
    const known = await serviceKnown(app, own);
    expect(own.draft?.definition.payment.agreement).toBe(agreement);
    const misfits = paymentMisfits(own.draft?.definition ?? definitionFor(variant, 'none'), known);
    // What is told when the draft is stored is what keeps it from being published.
    expect(draftProblems(own, known).blocking).toEqual(misfits);
    return misfits.map(({ code }) => code);
  };
  const nets = { agreement: 'nets', capture: 'now' as const };
  const able = (change: Partial<Capabilities>): App => ({
    ...world.app,
    openProvider: (agreement) => {
      const provider = world.app.openProvider(agreement);
      return { ...provider, capabilities: { ...provider.capabilities, ...change } };
    },
  });

  it('is told as soon as the draft is stored: methods and currency', async () => {
    expect(await moved('submit_and_pay', { payment: nets }, 'vipps')).toEqual([]);
    expect(
      await moved('submit_and_pay', { payment: { ...nets, methods: ['Visa', 'Vipps'] } }, 'vipps'),
    ).toEqual(['method_unknown']);
    const { pricing } = definitionFor('submit_and_pay', 'x');
    expect(
      await moved('submit_and_pay', { payment: nets, pricing: { ...pricing, currency: 'SEK' } }, 'vipps'),
    ).toEqual(['currency_unpayable']);
  });

  it('and what it cannot give back, or hold', async () => {
    const withdrawal = { days: 14, keptMinor: 100 };
    const whole = able({ partialRefund: false });
    expect(await moved('submit_and_pay', { payment: nets, withdrawal }, 'vipps')).toEqual([]);
    expect(await moved('submit_and_pay', { payment: nets, withdrawal }, 'vipps', whole)).toEqual([
      'no_partial_refund',
    ]);
    const reserves = { ...nets, capture: 'reserve' as const };
    const short = able({ reservationDays: 7 });
    expect(await moved('pay_before_sign', { payment: reserves }, 'vipps', short)).toEqual([
      'reservation_short',
    ]);
    expect(await moved('pay_before_sign', { payment: reserves }, 'vipps', able({ capture: false }))).toEqual([
      'no_reservation',
    ]);
  });
});

describe('what the editor is told of a provider', () => {
  const offer = async (agreement: string) => {
    const own = await findOwnService(world.app.db, editor, await serviceId({ agreement }));
    return (await serviceKnown(world.app, own)).offer.agreement;
  };

  it('is what its page can be told, method by method', async () => {
    const slipping = async (agreement: string) =>
      (await offer(agreement))?.methods.filter(({ keptOut }) => !keptOut).map(({ name }) => name);
    expect(await slipping('nets')).toEqual([]);
    expect(await slipping('dibs')).toEqual([]);
    expect(await slipping('vipps')).toEqual([]);
    expect(await slipping('payex')).toEqual([
      'Visa',
      'MasterCard',
      'Amex',
      'Dankort',
      'Maestro',
      'Forbrugsforeningen',
    ]);
  });

  it('is whether payers must choose first, and whether kinds of cards are told apart', async () => {
    expect(await offer('payex')).toMatchObject({ choosesFirst: true, cardTypes: ['debit', 'credit'] });
    expect(await offer('nets')).toMatchObject({ choosesFirst: false, cardTypes: [] });
    expect(await offer('vipps')).toMatchObject({ choosesFirst: false, methods: [{ name: 'Vipps' }] });
  });
});
