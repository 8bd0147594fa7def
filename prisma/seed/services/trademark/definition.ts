import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { composite, declaration, field, text, unless, yesNo } from '../components.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { niceClassTexts, niceClassValues } from './nice-classes.ts';
import { nn } from './nn.ts';

const withText = unless('Merke.Type', 'word', 'combined');
const withImage = unless('Merke.Type', 'figure', 'combined', 'shape');
const withRepresentative = unless('Kontakt.HarFullmektig', 'yes');
const withPriority = unless('Prioritet.Kreves', 'yes');

/** `submit_and_pay`: the price follows the number of classes and the handling that is chosen. */
export const trademark: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'varemerke',
  serviceType: 'submission',
  variant: 'submit_and_pay',
  texts: {
    nb: { ...nb, ...niceClassTexts('nb', 'Klasse') },
    nn: { ...nn, ...niceClassTexts('nn', 'Klasse') },
    en: { ...en, ...niceClassTexts('en', 'Class') },
  },
  pages: [
    {
      id: 'applicant',
      textResourceBindings: { title: 'applicant.title' },
      components: [
        text('Paragraph', 'applicantIntro'),
        field('Input', 'contactName', 'Kontakt.Navn', {
          required: true,
          maxLength: 120,
          autocomplete: 'name',
        }),
        field('Input', 'contactEmail', 'Kontakt.Epost', {
          format: 'email',
          required: true,
          description: true,
          autocomplete: 'email',
        }),
        field('Input', 'contactPhone', 'Kontakt.Telefon', { format: 'phone', autocomplete: 'tel' }),
        yesNo('hasRepresentative', 'Kontakt.HarFullmektig', { description: true }),
        field('Input', 'representativeName', 'Kontakt.Fullmektig.Navn', {
          required: true,
          maxLength: 120,
          hidden: withRepresentative,
        }),
        composite('OrganisationLookup', 'representativeFirm', {
          dataModelBindings: {
            organisation_lookup_orgnr: 'Kontakt.Fullmektig.Orgnr',
            organisation_lookup_name: 'Kontakt.Fullmektig.Firma',
          },
          description: true,
          hidden: withRepresentative,
        }),
        field('Input', 'ownReference', 'Kontakt.EgenReferanse', { maxLength: 40, description: true }),
      ],
    },
    {
      id: 'mark',
      textResourceBindings: { title: 'mark.title' },
      components: [
        field('RadioButtons', 'markType', 'Merke.Type', {
          choices: ['word', 'figure', 'combined', 'shape'],
          required: true,
        }),
        field('Input', 'markText', 'Merke.Tekst', {
          required: true,
          maxLength: 200,
          description: true,
          hidden: withText,
        }),
        field('FileUpload', 'markImage', 'Merke.Bilde', {
          required: true,
          maxNumberOfAttachments: 1,
          description: true,
          hidden: withImage,
        }),
        field('Input', 'markColours', 'Merke.Farger', {
          maxLength: 200,
          description: true,
          hidden: withImage,
        }),
        yesNo('foreignWords', 'Merke.FremmedeOrd', { hidden: withText }),
        field('TextArea', 'translation', 'Merke.Oversettelse', {
          required: true,
          maxLength: 500,
          hidden: ['or', withText, unless('Merke.FremmedeOrd', 'yes')],
        }),
      ],
    },
    {
      id: 'goods',
      textResourceBindings: { title: 'goods.title' },
      components: [
        text('Panel', 'classesInfo', { variant: 'info' }),
        field('Checkboxes', 'classes', 'Varer.Klasser', {
          choices: niceClassValues,
          required: true,
          description: true,
        }),
        field('TextArea', 'goodsDescription', 'Varer.Beskrivelse', {
          required: true,
          maxLength: 4000,
          description: true,
        }),
      ],
    },
    {
      id: 'priority',
      textResourceBindings: { title: 'priority.title' },
      components: [
        yesNo('claimPriority', 'Prioritet.Kreves', { description: true }),
        field('Dropdown', 'priorityCountry', 'Prioritet.Land', {
          choices: ['DK', 'SE', 'EU', 'GB', 'US', 'other'],
          required: true,
          hidden: withPriority,
        }),
        field('Input', 'priorityOther', 'Prioritet.AnnetLand', {
          required: true,
          maxLength: 80,
          hidden: ['or', withPriority, unless('Prioritet.Land', 'other')],
        }),
        field('Datepicker', 'priorityDate', 'Prioritet.Dato', { required: true, hidden: withPriority }),
        field('Input', 'priorityNumber', 'Prioritet.Nummer', {
          required: true,
          maxLength: 40,
          hidden: withPriority,
        }),
      ],
    },
    {
      id: 'handling',
      textResourceBindings: { title: 'handlingPage.title' },
      components: [
        field('RadioButtons', 'handling', 'Behandling.Type', {
          choices: ['ordinary', 'expedited'],
          required: true,
        }),
        declaration('Behandling.Bekreftelse'),
      ],
    },
  ],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rounding: 'minor_half_up',
    rules: [
      { id: 'application', type: 'fixed', text: 'price.application', vat: 'outside', amountMinor: 320_000 },
      {
        id: 'further-classes',
        type: 'countTimesUnit',
        text: 'price.furtherClasses',
        vat: 'outside',
        count: 'Varer.Klasser',
        included: '1',
        unitMinor: 80_000,
        unitText: 'unit.classes',
      },
      {
        id: 'expedited',
        type: 'fixed',
        text: 'price.expedited',
        vat: 'outside',
        amountMinor: 250_000,
        condition: ['equals', ['dataModel', 'Behandling.Type'], 'expedited'],
      },
    ],
  },
  payment: { agreement: 'nets', capture: 'now' },
  signIn: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 90, paymentDays: 14, signingDays: 14 },
  received: 'submitted',
  actingParties: ['person', 'organisation'],
  category: 'intellectual_property',
};
