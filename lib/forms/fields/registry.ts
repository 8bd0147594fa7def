import { newRegistry } from '@/lib/core/registry.ts';
import { accordion } from './accordion.ts';
import { address } from './address.ts';
import { alert } from './alert.ts';
import { buttonGroup } from './button-group.ts';
import { checkboxes } from './checkboxes.ts';
import { datepicker } from './datepicker.ts';
import { dropdown } from './dropdown.ts';
import { fetchButton } from './fetch-button.ts';
import { fileUpload } from './file-upload.ts';
import { fileUploadWithTag } from './file-upload-with-tag.ts';
import { group } from './group.ts';
import { header } from './header.ts';
import { image } from './image.ts';
import { input } from './input.ts';
import { link } from './link.ts';
import { multipleSelect } from './multiple-select.ts';
import { navigationButtons } from './navigation-buttons.ts';
import { organisationLookup } from './organisation-lookup.ts';
import { panel } from './panel.ts';
import { paragraph } from './paragraph.ts';
import { paymentDetails } from './payment-details.ts';
import { personLookup } from './person-lookup.ts';
import { radioButtons } from './radio-buttons.ts';
import { repeatingGroup } from './repeating-group.ts';
import { summary } from './summary.ts';
import { textArea } from './text-area.ts';
import { timePicker } from './time-picker.ts';

/** One line per type of component. */
export const fields = newRegistry('Field type', [
  header,
  paragraph,
  panel,
  alert,
  link,
  image,
  input,
  textArea,
  radioButtons,
  checkboxes,
  dropdown,
  multipleSelect,
  datepicker,
  timePicker,
  fileUpload,
  fileUploadWithTag,
  address,
  personLookup,
  organisationLookup,
  fetchButton,
  group,
  repeatingGroup,
  accordion,
  buttonGroup,
  navigationButtons,
  summary,
  paymentDetails,
]);
