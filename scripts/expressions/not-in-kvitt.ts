/**
 * Published cases that are left out by decision, and only these: by function, for components that Kvitt does not have. A case
 * runs as soon as Kvitt has the component, whatever stands here.
 */
export const notInKvitt: readonly {
  function: string;
  /** Of the component that the function is asked about. */
  componentTypes?: readonly string[];
  /** What that component has besides. */
  property?: string;
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
    property: 'formatting',
    reason:
      'numbers are shown as the reader’s language has them, with a unit; free prefixes and suffixes are not taken over',
  },
];
