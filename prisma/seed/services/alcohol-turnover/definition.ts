import type { FormComponent } from '@/lib/forms/component.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { field, text, unless, yesNo } from '../components.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

const partOfYear = unless('Periode.Type', 'part');

/** `pay_before_sign`: a fee per litre in three groups, with a minimum; the money is held until the statement is signed. */
export const alcoholTurnover: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'omsetningsoppgave',
  serviceType: 'submission',
  variant: 'pay_before_sign',
  texts: { nb, nn, en },
  pages: [
    {
      id: 'place',
      textResourceBindings: { title: 'place.title' },
      components: [
        text('Paragraph', 'placeIntro'),
        field('Input', 'placeName', 'Skjenkested.Navn', { required: true, maxLength: 120 }),
        field('Input', 'licenceNumber', 'Skjenkested.Bevillingsnummer', {
          required: true,
          maxLength: 20,
          description: true,
        }),
        field('Input', 'street', 'Skjenkested.Adresse', {
          required: true,
          maxLength: 120,
          autocomplete: 'street-address',
        }),
        field('Input', 'postcode', 'Skjenkested.Postnummer', {
          format: 'postcode',
          required: true,
          autocomplete: 'postal-code',
        }),
        field('Input', 'contactEmail', 'Kontakt.Epost', {
          format: 'email',
          required: true,
          autocomplete: 'email',
        }),
        field('RadioButtons', 'period', 'Periode.Type', { choices: ['whole', 'part'], required: true }),
        field('Datepicker', 'periodFrom', 'Periode.Fra', { required: true, hidden: partOfYear }),
        field('Datepicker', 'periodTo', 'Periode.Til', { required: true, hidden: partOfYear }),
      ],
    },
    {
      id: 'litres',
      textResourceBindings: { title: 'litres.title' },
      components: [
        text('Panel', 'litresInfo', { variant: 'info' }),
        litres('group1', 'Omsetning.Gruppe1'),
        litres('group2', 'Omsetning.Gruppe2'),
        litres('group3', 'Omsetning.Gruppe3'),
        yesNo('deviation', 'Omsetning.Avvik'),
        field('TextArea', 'deviationReason', 'Omsetning.Avviksgrunn', {
          required: true,
          maxLength: 1000,
          hidden: unless('Omsetning.Avvik', 'yes'),
        }),
      ],
    },
    {
      id: 'documentation',
      textResourceBindings: { title: 'documentation.title' },
      components: [
        field('RadioButtons', 'confirmedBy', 'Dokumentasjon.KontrollertAv', {
          choices: ['accountant', 'auditor', 'self'],
          required: true,
        }),
        field('Input', 'confirmedByName', 'Dokumentasjon.KontrollertAvNavn', {
          required: true,
          maxLength: 120,
          hidden: unless('Dokumentasjon.KontrollertAv', 'accountant', 'auditor'),
        }),
        field('FileUpload', 'salesReport', 'Dokumentasjon.Salgsrapport', {
          maxNumberOfAttachments: 3,
          description: true,
        }),
      ],
    },
  ],
  prefill: [
    { path: 'Skjenkested.Navn', from: 'organisation.name' },
    { path: 'Skjenkested.Adresse', from: 'organisation.address.street' },
    { path: 'Skjenkested.Postnummer', from: 'organisation.address.postalCode' },
    { path: 'Skjenkested.Bevillingsnummer', from: 'previous' },
    { path: 'Kontakt.Epost', from: 'previous' },
    { path: 'Dokumentasjon.KontrollertAv', from: 'previous' },
    { path: 'Dokumentasjon.KontrollertAvNavn', from: 'previous' },
  ],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rounding: 'minor_half_up',
    rules: [
      {
        id: 'group1',
        type: 'tiers',
        text: 'price.group1',
        vat: 'outside',
        mode: 'marginal',
        quantity: 'Omsetning.Gruppe1',
        unitText: 'unit.litre',
        tiers: [{ upTo: '10000', unitMinor: 60 }, { unitMinor: 50 }],
      },
      {
        id: 'group2',
        type: 'tiers',
        text: 'price.group2',
        vat: 'outside',
        mode: 'marginal',
        quantity: 'Omsetning.Gruppe2',
        unitText: 'unit.litre',
        tiers: [{ upTo: '5000', unitMinor: 160 }, { unitMinor: 140 }],
      },
      {
        id: 'group3',
        type: 'tiers',
        text: 'price.group3',
        vat: 'outside',
        mode: 'marginal',
        quantity: 'Omsetning.Gruppe3',
        unitText: 'unit.litre',
        tiers: [{ unitMinor: 530 }],
      },
      {
        id: 'minimum',
        type: 'minimum',
        text: 'price.minimum',
        vat: 'outside',
        of: ['group1', 'group2', 'group3'],
        amountMinor: 600_000,
      },
    ],
  },
  payment: { agreement: 'nets', capture: 'reserve' },
  signIn: { acr: 'idporten-loa-substantial' },
  signing: { acr: 'idporten-loa-high' },
  deadlines: { draftDays: 60, paymentDays: 14, signingDays: 5 },
  received: 'paid',
  actingParties: ['organisation'],
  category: 'licence',
};

/** Litres sold in one group, with one decimal. */
function litres(id: string, path: string): FormComponent {
  return field('Input', id, path, {
    format: 'number',
    required: true,
    min: '0',
    max: '9999999',
    maxDecimals: 1,
    unit: 'unit.litre',
  });
}
