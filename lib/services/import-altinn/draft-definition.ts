import { languages } from '@/lib/core/language.ts';
import type { FormPage } from '@/lib/forms/component.ts';
import { dateBasisOf } from '../date-basis.ts';
import type { ServiceDefinition } from '../definition.ts';
import type { KnownVariant } from '../definition-problems.ts';
import type { AppMetadata } from './read-metadata.ts';
import type { AppTexts } from './read-texts.ts';
import type { Report } from './report.ts';

export interface DraftParts {
  metadata: AppMetadata;
  texts: AppTexts;
  variant: KnownVariant;
  agreement: string;
  pages: FormPage[];
  /** See `ImportOptions`. */
  patch: unknown;
}

/** The draft around the pages. What an Altinn app does not say is set to something careful, and told of. */
export function draftDefinition(
  { metadata, texts, variant, agreement, pages, patch }: DraftParts,
  report: Report,
): ServiceDefinition {
  addTitle(metadata, texts);
  const signs = variant.steps.includes('sign');
  const definition: ServiceDefinition = {
    schemaVersion: 1,
    slug: slugOf(metadata.id),
    serviceType: 'submission',
    variant: variant.id,
    texts: texts.all(),
    pages: variant.fill ? pages : [],
    pricing: { currency: 'NOK', includesVat: true, dateBasis: dateBasisOf(variant), rules: [] },
    payment: { agreement, capture: 'now' },
    signIn: { acr: 'idporten-loa-substantial' },
    ...(signs && { signing: { acr: 'idporten-loa-substantial' as const } }),
    deadlines: { draftDays: 30, paymentDays: 14, signingDays: 14 },
    received: 'submitted',
    actingParties: metadata.actingParties,
    category: 'other',
  };
  const byHand = new Set(patch === null || typeof patch !== 'object' ? [] : Object.keys(patch));
  for (const id of byHand) report.entry('setting', id, { file: 'App' }).note('setByHand', 'info');
  const set = (id: string, value: string): void => {
    if (byHand.has(id)) return;
    const at = { file: 'App/config/applicationmetadata.json' };
    report.entry('setting', id, at).note('setByImport', 'changed', { value });
  };
  if (!byHand.has('pricing')) report.entry('setting', 'pricing', { file: 'App' }).refuse('pricesByHand');
  set('payment', `${agreement}, ${definition.payment.capture}`);
  set('signIn', [definition.signIn, definition.signing].flatMap((each) => each?.acr ?? []).join(', '));
  set(
    'deadlines',
    Object.entries(definition.deadlines)
      .map(([name, days]) => `${name} ${days}`)
      .join(', '),
  );
  set('received', definition.received);
  set('category', definition.category);
  return definition;
}

/** The app's name is its text `appName`, else what the metadata says. */
function addTitle({ title, id }: AppMetadata, texts: AppTexts): void {
  const words = languages.flatMap((language) => {
    const name = texts.find('appName', language) ?? texts.find('ServiceName', language) ?? title[language];
    return name === undefined ? [] : [[language, name] as const];
  });
  if (texts.has('appName')) texts.keyFor('appName', 'appName');
  texts.add('service.title', words.length > 0 ? Object.fromEntries(words) : { nb: id || 'Altinn-app' });
}

/** `ttd/payment-test` → `payment-test`. */
function slugOf(id: string): string {
  const name = id.slice(id.lastIndexOf('/') + 1).toLowerCase();
  const words = name
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'altinn-app' : words;
}
