import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { composite, declaration, field, text, unless, yesNo } from '../components.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

const cards = ['digital', 'plastic', 'plasticAndMarks'] as const;
const byPost = unless('Levering.Kort', 'plastic', 'plasticAndMarks');

/** `submit_and_pay` where only the choice of something by post leads to payment; the digital card is free. */
export const smallBoat: ServiceDefinition = {
  schemaVersion: 1,
  slug: 'registrer-smabat',
  serviceType: 'submission',
  variant: 'submit_and_pay',
  texts: { nb, nn, en },
  pages: [
    {
      id: 'boat',
      textResourceBindings: { title: 'boat.title' },
      components: [
        field('Dropdown', 'boatType', 'Bat.Type', {
          choices: ['openMotor', 'cabin', 'sail', 'rib', 'jetski', 'rowing'],
          required: true,
        }),
        field('Input', 'maker', 'Bat.Fabrikat', { required: true, maxLength: 80 }),
        field('Input', 'buildYear', 'Bat.Byggear', { format: 'integer', min: '1850', max: '2100' }),
        field('Input', 'length', 'Bat.Lengde', {
          format: 'number',
          required: true,
          min: '1',
          max: '14.99',
          maxDecimals: 2,
          unit: 'unit.metre',
          description: true,
        }),
        field('Input', 'hullNumber', 'Bat.Skrognummer', { maxLength: 20, description: true }),
        field('Input', 'boatName', 'Bat.Navn', { maxLength: 40 }),
        yesNo('hasEngine', 'Bat.HarMotor'),
        field('Input', 'enginePower', 'Bat.Motorkraft', {
          format: 'number',
          required: true,
          min: '0.5',
          max: '5000',
          maxDecimals: 1,
          unit: 'unit.horsepower',
          hidden: unless('Bat.HarMotor', 'yes'),
        }),
      ],
    },
    {
      id: 'owner',
      textResourceBindings: { title: 'owner.title' },
      components: [
        text('Paragraph', 'ownerIntro'),
        field('RadioButtons', 'ownership', 'Eierskap.Type', { choices: ['alone', 'shared'], required: true }),
        field('TextArea', 'coOwners', 'Eierskap.Medeiere', {
          required: true,
          maxLength: 1000,
          description: true,
          hidden: unless('Eierskap.Type', 'shared'),
        }),
        field('Datepicker', 'acquired', 'Eierskap.Dato', { required: true }),
        field('FileUpload', 'proof', 'Eierskap.Dokumentasjon', {
          maxNumberOfAttachments: 2,
          description: true,
        }),
      ],
    },
    {
      id: 'delivery',
      textResourceBindings: { title: 'delivery.title' },
      components: [
        field('RadioButtons', 'card', 'Levering.Kort', { choices: cards, required: true }),
        composite('Address', 'deliveryAddress', {
          dataModelBindings: {
            address: 'Levering.Adresse',
            zipCode: 'Levering.Postnummer',
            postPlace: 'Levering.Poststed',
          },
          required: true,
          hidden: byPost,
        }),
        declaration('Levering.Bekreftelse'),
      ],
    },
  ],
  prefill: [
    { path: 'Levering.Adresse', from: 'party.address.street' },
    { path: 'Levering.Postnummer', from: 'party.address.postalCode' },
    { path: 'Levering.Poststed', from: 'party.address.city' },
  ],
  pricing: {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rounding: 'minor_half_up',
    rules: [
      {
        id: 'card',
        type: 'options',
        text: 'price.card',
        vat: 'outside',
        path: 'Levering.Kort',
        prices: { digital: 0, plastic: 19_000, plasticAndMarks: 19_000 },
      },
      {
        id: 'marks',
        type: 'fixed',
        text: 'price.marks',
        vat: '25',
        amountMinor: 39_000,
        condition: ['equals', ['dataModel', 'Levering.Kort'], 'plasticAndMarks'],
      },
    ],
  },
  payment: { agreement: 'nets', capture: 'now' },
  signIn: { acr: 'idporten-loa-substantial' },
  deadlines: { draftDays: 90, paymentDays: 14, signingDays: 14 },
  withdrawal: { days: 14, keptMinor: 5_000 },
  received: 'submitted',
  actingParties: ['person', 'organisation'],
  category: 'other',
};
