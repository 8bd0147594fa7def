import type { Expression } from '@/lib/expressions/expression.ts';
import type { FormComponent, FormPage } from '@/lib/forms/component.ts';
import { composite, declaration, field, rows, text, unless, yesNo } from '../components.ts';

export const roomNames = ['hall', 'small', 'meeting', 'kitchen'] as const;
export const parts = ['day', 'evening', 'weekend'] as const;
export const equipmentKinds = ['sound', 'projector', 'stage', 'piano', 'tables'] as const;

/** So many that somebody must keep watch. */
const crowd: Expression = ['greaterThan', ['dataModel', 'Arrangement.Deltakere'], 150];
const forSociety = unless('Leietaker.Type', 'voluntary');

export const pages: FormPage[] = [
  {
    id: 'renter',
    textResourceBindings: { title: 'renter.title' },
    components: [
      text('Paragraph', 'rulesIntro'),
      {
        id: 'houseRules',
        type: 'Link',
        textResourceBindings: { title: 'houseRules.title', target: 'houseRules.target' },
      },
      field('RadioButtons', 'renterType', 'Leietaker.Type', {
        choices: ['private', 'voluntary', 'business'],
        required: true,
      }),
      text('Panel', 'societyDiscount', { variant: 'success', hidden: forSociety }),
      lookup('OrganisationLookup', 'organisation', {
        dataModelBindings: {
          organisation_lookup_orgnr: 'Leietaker.Orgnr',
          organisation_lookup_name: 'Leietaker.Navn',
        },
        description: true,
        required: ['equals', ['dataModel', 'Leietaker.Type'], 'voluntary'],
        hidden: unless('Leietaker.Type', 'voluntary', 'business'),
      }),
      lookup('PersonLookup', 'responsible', {
        dataModelBindings: {
          person_lookup_ssn: 'Ansvarlig.Fodselsnummer',
          person_lookup_name: 'Ansvarlig.Navn',
        },
        description: true,
        required: true,
      }),
      field('Input', 'phone', 'Kontakt.Telefon', { format: 'phone', required: true, autocomplete: 'tel' }),
      field('Input', 'email', 'Kontakt.Epost', { format: 'email', required: true, autocomplete: 'email' }),
    ],
  },
  {
    id: 'event',
    textResourceBindings: { title: 'event.title' },
    components: [
      field('Input', 'eventName', 'Arrangement.Navn', { required: true, maxLength: 80, description: true }),
      field('Dropdown', 'eventType', 'Arrangement.Type', {
        choices: ['celebration', 'meeting', 'course', 'concert', 'market', 'other'],
        required: true,
      }),
      field('Input', 'participants', 'Arrangement.Deltakere', {
        format: 'integer',
        required: true,
        min: '1',
        max: '330',
        description: true,
      }),
      text('Panel', 'crowdWarning', { variant: 'warning', hidden: ['not', crowd] }),
      yesNo('ticketed', 'Arrangement.Billetter'),
      field('Input', 'expectedIncome', 'Arrangement.Billettinntekt', {
        format: 'money',
        required: true,
        min: '0',
        max: '1000000',
        description: true,
        hidden: unless('Arrangement.Billetter', 'yes'),
      }),
    ],
  },
  {
    id: 'days',
    textResourceBindings: { title: 'days.title' },
    components: [
      {
        id: 'floorPlan',
        type: 'Image',
        textResourceBindings: { altTextImg: 'floorPlan.alt' },
        image: {
          src: {
            nb: '/demo/premises/floor-plan-nb.svg',
            nn: '/demo/premises/floor-plan-nn.svg',
            en: '/demo/premises/floor-plan-en.svg',
          },
          width: 524,
        },
      },
      {
        id: 'aboutRooms',
        type: 'Accordion',
        textResourceBindings: { title: 'aboutRooms.title' },
        children: [text('Paragraph', 'aboutRoomsText')],
      },
      rows(
        'day',
        'Leie.Dager',
        [
          field('Datepicker', 'date', 'Leie.Dager.Dato', { required: true }),
          field('RadioButtons', 'partOfDay', 'Leie.Dager.Tid', {
            choices: parts,
            required: true,
            description: true,
          }),
          field('TimePicker', 'from', 'Leie.Dager.Fra', { required: true, min: '07:00', max: '23:30' }),
          field('TimePicker', 'to', 'Leie.Dager.Til', { required: true, min: '07:30', max: '23:59' }),
          yesNo('caretaker', 'Leie.Dager.Vaktmester', { description: true }),
          rows(
            'room',
            'Leie.Dager.Rom',
            [field('Dropdown', 'roomName', 'Leie.Dager.Rom.Navn', { choices: roomNames, required: true })],
            { minCount: 1, maxCount: roomNames.length },
          ),
        ],
        { minCount: 1, maxCount: 10, description: true },
      ),
    ],
  },
  {
    id: 'extras',
    textResourceBindings: { title: 'extras.title' },
    components: [
      yesNo('wantsEquipment', 'Utstyr.Trengs'),
      field('MultipleSelect', 'equipment', 'Utstyr.Valg', {
        choices: equipmentKinds,
        required: true,
        description: true,
        hidden: unless('Utstyr.Trengs', 'yes'),
      }),
      field('RadioButtons', 'cleaning', 'Renhold.Hvem', {
        choices: ['renter', 'municipality'],
        required: true,
        description: true,
      }),
      text('Panel', 'guardListNeeded', { variant: 'warning', hidden: ['not', crowd] }),
      attachments(),
      field('TextArea', 'wishes', 'Arrangement.Onsker', { maxLength: 1000 }),
    ],
  },
  {
    id: 'deposit',
    textResourceBindings: { title: 'deposit.title' },
    components: [
      text('Panel', 'depositInfo', { variant: 'info' }),
      field('Input', 'account', 'Depositum.Konto', { format: 'account', required: true, description: true }),
      field('Input', 'earlierKid', 'Depositum.TidligereKid', { format: 'kid', description: true }),
      {
        id: 'hired',
        type: 'Summary',
        textResourceBindings: { title: 'hired.title' },
        target: { type: 'page', id: 'days' },
      },
      declaration('Leietaker.Bekreftelse'),
    ],
  },
];

/** A lookup whose name is told from other names: its text is `<id>.name`. */
function lookup(...[type, id, settings]: Parameters<typeof composite>): FormComponent {
  const { textResourceBindings, ...rest } = composite(type, id, settings);
  return { ...rest, textResourceBindings: { ...textResourceBindings, nameTitle: `${id}.name` } };
}

/** Files where each is said to be what it is; a watch list must be among them when many come. */
function attachments(): FormComponent {
  const { textResourceBindings, ...rest } = field('FileUploadWithTag', 'attachments', 'Vedlegg.Filer', {
    choices: ['guardList', 'insurance', 'other'],
    required: crowd,
    maxNumberOfAttachments: 5,
    description: true,
  });
  return { ...rest, textResourceBindings: { ...textResourceBindings, tagTitle: 'attachments.tag' } };
}
