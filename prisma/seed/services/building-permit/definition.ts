import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { field, optionLabels, rows, text, unless, yesNo } from '../components.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

const measures = ['extension', 'detached', 'veranda', 'facade', 'use', 'wall'] as const;
const withoutArea = unless('Tiltak.Type', 'extension', 'detached', 'veranda', 'use');
const notNotified = unless('Naboer.Varslet', 'yes', 'consent');
const dispensation = unless('Tiltak.Dispensasjon', 'yes');

/** `pay_after_sign`: an amount by type of measure, one by area, one for dispensation that rises with the year, a percentage for remarks; attachments are required. */
export const buildingPermit: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'byggesoknad',
  serviceType: 'submission',
  variant: 'pay_after_sign',
  texts: { nb, nn, en },
  pages: [
    {
      id: 'property',
      textResourceBindings: { title: 'property.title' },
      components: [
        text('Header', 'cadastral', { size: 'h2' }),
        text('Paragraph', 'cadastralIntro'),
        field('Input', 'gnr', 'Eiendom.Gnr', { format: 'integer', required: true, min: '1', max: '99999' }),
        field('Input', 'bnr', 'Eiendom.Bnr', { format: 'integer', required: true, min: '1', max: '99999' }),
        field('Input', 'street', 'Eiendom.Adresse', {
          required: true,
          maxLength: 120,
          autocomplete: 'street-address',
        }),
        field('Input', 'postcode', 'Eiendom.Postnummer', {
          format: 'postcode',
          required: true,
          autocomplete: 'postal-code',
        }),
        yesNo('isOwner', 'Eiendom.ErEier'),
        field('Input', 'ownerName', 'Eiendom.Eier.Navn', {
          required: true,
          maxLength: 120,
          hidden: unless('Eiendom.ErEier', 'no'),
        }),
        field('FileUpload', 'ownerConsent', 'Eiendom.Eier.Samtykke', {
          required: true,
          maxNumberOfAttachments: 2,
          hidden: unless('Eiendom.ErEier', 'no'),
        }),
        field('Input', 'contactPhone', 'Kontakt.Telefon', {
          format: 'phone',
          required: true,
          description: true,
          autocomplete: 'tel',
        }),
      ],
    },
    {
      id: 'measure',
      textResourceBindings: { title: 'measure.title' },
      components: [
        field('RadioButtons', 'measureType', 'Tiltak.Type', {
          choices: measures,
          required: true,
        }),
        field('Input', 'area', 'Tiltak.Areal', {
          format: 'number',
          required: true,
          min: '0.1',
          max: '1000',
          maxDecimals: 1,
          unit: 'unit.squareMetre',
          description: true,
          hidden: withoutArea,
        }),
        field('Input', 'boundaryDistance', 'Tiltak.AvstandNabogrense', {
          format: 'number',
          required: true,
          min: '0',
          max: '1000',
          maxDecimals: 2,
          unit: 'unit.metre',
        }),
        field('TextArea', 'measureDescription', 'Tiltak.Beskrivelse', {
          required: true,
          maxLength: 3000,
          description: true,
        }),
        yesNo('dispensation', 'Tiltak.Dispensasjon', { description: true }),
        field('TextArea', 'dispensationReason', 'Tiltak.DispensasjonGrunn', {
          required: true,
          maxLength: 3000,
          description: true,
          hidden: dispensation,
        }),
      ],
    },
    {
      id: 'neighbours',
      textResourceBindings: { title: 'neighbours.title' },
      components: [
        text('Panel', 'neighboursInfo', { variant: 'info' }),
        field('RadioButtons', 'notified', 'Naboer.Varslet', {
          choices: ['yes', 'consent', 'exempt'],
          required: true,
        }),
        field('Datepicker', 'notifiedDate', 'Naboer.Varseldato', { required: true, hidden: notNotified }),
        rows(
          'neighbour',
          'Naboer.Varslede',
          [
            field('Input', 'neighbourName', 'Naboer.Varslede.Navn', { required: true, maxLength: 120 }),
            field('Input', 'neighbourProperty', 'Naboer.Varslede.Eiendom', {
              maxLength: 40,
              description: true,
            }),
            field('RadioButtons', 'neighbourHow', 'Naboer.Varslede.Varslet', {
              choices: ['letter', 'email', 'person'],
            }),
          ],
          { maxCount: 30, description: true, hidden: notNotified },
        ),
        field('FileUpload', 'notifiedProof', 'Naboer.Kvittering', {
          required: true,
          maxNumberOfAttachments: 10,
          hidden: notNotified,
        }),
        field('Input', 'exemptReference', 'Naboer.Fritak', {
          required: true,
          maxLength: 80,
          hidden: unless('Naboer.Varslet', 'exempt'),
        }),
        yesNo('remarks', 'Naboer.Merknader', { hidden: notNotified }),
        field('TextArea', 'remarksComment', 'Naboer.Kommentar', {
          required: true,
          maxLength: 3000,
          hidden: ['or', notNotified, unless('Naboer.Merknader', 'yes')],
        }),
      ],
    },
    {
      id: 'attachments',
      textResourceBindings: { title: 'attachments.title' },
      components: [
        field('FileUpload', 'sitePlan', 'Vedlegg.Situasjonskart', {
          required: true,
          maxNumberOfAttachments: 3,
          description: true,
        }),
        field('FileUpload', 'drawings', 'Vedlegg.Tegninger', {
          required: true,
          maxNumberOfAttachments: 10,
          description: true,
        }),
        field('FileUpload', 'otherAttachments', 'Vedlegg.Andre', {
          maxNumberOfAttachments: 10,
          description: true,
        }),
      ],
    },
  ],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'signed',
    rounding: 'minor_half_up',
    rules: [
      {
        id: 'measure',
        type: 'options',
        text: 'price.measure',
        vat: 'outside',
        path: 'Tiltak.Type',
        prices: {
          extension: 420_000,
          detached: 360_000,
          veranda: 290_000,
          facade: 240_000,
          use: 480_000,
          wall: 190_000,
        },
        labels: optionLabels('measureType', measures),
      },
      {
        id: 'area',
        type: 'tiers',
        text: 'price.area',
        vat: 'outside',
        mode: 'whole',
        condition: ['not', withoutArea],
        quantity: 'Tiltak.Areal',
        unitText: 'unit.squareMetre',
        tiers: [
          { upTo: '15', amountMinor: 150_000 },
          { upTo: '30', amountMinor: 280_000 },
          { upTo: '50', amountMinor: 430_000 },
          { amountMinor: 590_000 },
        ],
      },
      {
        id: 'dispensation',
        type: 'fixed',
        text: 'price.dispensation',
        vat: 'outside',
        amountMinor: [
          { from: '2026-01-01', amountMinor: 560_000 },
          { from: '2027-01-01', amountMinor: 590_000 },
        ],
        condition: ['equals', ['dataModel', 'Tiltak.Dispensasjon'], 'yes'],
      },
      {
        id: 'remarks',
        type: 'percentage',
        text: 'price.remarks',
        vat: 'outside',
        percent: '10',
        of: ['measure', 'area'],
        floorMinor: 50_000,
        condition: [
          'and',
          ['equals', ['dataModel', 'Naboer.Varslet'], 'yes'],
          ['equals', ['dataModel', 'Naboer.Merknader'], 'yes'],
        ],
      },
    ],
  },
  payment: { agreement: 'nets', capture: 'now' },
  signIn: { acr: 'idporten-loa-substantial' },
  signing: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 90, paymentDays: 14, signingDays: 14 },
  withdrawal: { untilHandled: true },
  received: 'paid',
  actingParties: ['person', 'organisation'],
  category: 'building',
};
