/**
 * Published cases that are left out by decision, and only these: by function, for components that Kvitt does not have. A case
 * runs as soon as Kvitt has the component, whatever stands here.
 */
export const notInKvitt: readonly {
  function: string;
  componentTypes: readonly string[];
  reason: string;
}[] = [
  {
    function: 'displayValue',
    componentTypes: ['Custom', 'List', 'Map', 'Likert', 'LikertItem', 'ImageUpload'],
    reason: 'Kvitt has no such component; the import names it as not supported',
  },
  {
    function: 'displayValue',
    componentTypes: ['Text', 'Number', 'Date', 'Option'],
    reason: 'shows a computed value and asks nothing; not among the components of a Kvitt form',
  },
  {
    function: 'displayValue',
    componentTypes: ['FileUploadWithTag'],
    reason: 'the component is not here yet',
  },
];
