import { newRegistry } from '@/lib/core/registry.ts';
import { becomes, builtIn, notYet } from './component-mapper.ts';
import { choices } from './properties/choices.ts';
import { childIds, groupCounts, openAtFirst, repeatsIn, summaryOf } from './properties/groups.ts';
import { dates, fileLimits, fixedFormat, formatting, limits, simplified } from './properties/limits.ts';
import { joinedBody, look, picture } from './properties/look.ts';

const addressDetails = {
  bindings: ['address', 'zipCode', 'postPlace', 'careOf', 'houseNumber'],
  properties: [simplified],
};
const personBindings = [
  'person_lookup_ssn',
  'person_lookup_name',
  'person_lookup_first_name',
  'person_lookup_last_name',
];
const organisationBindings = ['organisation_lookup_orgnr', 'organisation_lookup_name'];

/** One line per type of component in Altinn's layouts. */
export const componentMappers = newRegistry('Altinn component', [
  becomes('Header', ['Header'], { properties: [look] }),
  becomes('Heading', ['Header'], { properties: [look] }),
  becomes('Paragraph', ['Paragraph']),
  becomes('Text', ['Paragraph']),
  becomes('Panel', ['Panel'], { properties: [look, joinedBody] }),
  becomes('Alert', ['Alert', 'Panel'], { properties: [look, joinedBody] }),
  becomes('Link', ['Link']),
  becomes('Image', ['Image'], { properties: [picture] }),
  becomes('Divider', ['Divider']),

  becomes('Input', ['Input'], { properties: [limits, formatting] }),
  becomes('Number', ['Input'], { properties: [fixedFormat('number'), limits, formatting] }),
  becomes('TextArea', ['TextArea'], { properties: [limits] }),
  becomes('RadioButtons', ['RadioButtons'], { properties: [choices] }),
  becomes('Checkboxes', ['Checkboxes'], { properties: [choices] }),
  becomes('Dropdown', ['Dropdown'], { properties: [choices] }),
  becomes('MultipleSelect', ['MultipleSelect', 'Checkboxes'], { properties: [choices] }),
  becomes('Datepicker', ['Datepicker'], { properties: [dates] }),
  becomes('Date', ['Datepicker'], { properties: [dates] }),
  becomes('TimePicker', ['TimePicker', 'Input']),
  becomes('Address', ['Address'], addressDetails),
  becomes('AddressComponent', ['Address'], addressDetails),
  becomes('PersonLookup', ['PersonLookup'], { bindings: personBindings }),
  becomes('OrganisationLookup', ['OrganisationLookup'], { bindings: organisationBindings }),
  becomes('OrganizationLookup', ['OrganisationLookup'], { bindings: organisationBindings }),
  becomes('FileUpload', ['FileUpload'], { properties: [fileLimits] }),
  becomes('FileUploadWithTag', ['FileUploadWithTag', 'FileUpload'], { properties: [fileLimits, choices] }),

  becomes('Group', ['Group'], {
    bindings: ['group'],
    children: childIds,
    properties: [groupCounts],
    unless: repeatsIn,
  }),
  becomes('RepeatingGroup', ['RepeatingGroup'], {
    bindings: ['group'],
    children: childIds,
    properties: [groupCounts],
  }),
  becomes('Accordion', ['Accordion'], { children: childIds, properties: [openAtFirst] }),
  becomes('AccordionGroup', ['Group'], { children: childIds, note: 'groupOfAccordions' }),
  becomes('ButtonGroup', ['ButtonGroup'], { children: childIds }),

  becomes('Summary', ['Summary'], { properties: [summaryOf] }),
  becomes('Summary2', ['Summary'], { properties: [summaryOf] }),
  becomes('PaymentDetails', ['PaymentDetails']),

  builtIn('NavigationButtons', 'hasNavigation'),
  builtIn('NavigationBar', 'hasProgress'),
  builtIn('Button', 'hasSubmit'),
  builtIn('ActionButton', 'hasAction'),
  builtIn('Payment', 'hasPaymentStep', { ofStep: true }),
  builtIn('PrintButton', 'hasPrint'),
  builtIn('PDFPreviewButton', 'hasPrint'),
  builtIn('LanguageSelector', 'hasLanguages'),
  builtIn('InstanceInformation', 'hasCaseFacts'),
  builtIn('AttachmentList', 'hasAttachments'),
  builtIn('SigningActions', 'hasAction', { ofStep: true }),
  builtIn('SigneeList', 'hasSigners', { ofStep: true }),
  builtIn('SigningDocumentList', 'hasSigners', { ofStep: true }),

  ...[
    'Grid',
    'Likert',
    'List',
    'Subform',
    'Map',
    'Custom',
    'CustomButton',
    'Tabs',
    'Cards',
    'SimpleTable',
    'AddToList',
  ].map((id) => notYet(id)),
  ...['IFrame', 'Video', 'Audio', 'InstantiationButton', 'Option', 'FileTable', 'DataDownload'].map((id) =>
    notYet(id),
  ),
]);
