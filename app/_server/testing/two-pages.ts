import type { Expression } from '@/lib/expressions/expression.ts';
import type { FormPage } from '@/lib/forms/component.ts';
import { bind } from './posting.ts';

const yesNo = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
];
const isYes: Expression = ['equals', ['dataModel', 'more'], 'yes'];

/** A page of questions, one of which is asked by the answer to another, and one with a file. */
export const twoPages: FormPage[] = [
  {
    id: 'one',
    textResourceBindings: { title: 'one' },
    components: [
      { id: 'count', type: 'Input', format: 'integer', required: true, ...bind('count') },
      { id: 'more', type: 'RadioButtons', options: yesNo, required: true, ...bind('more') },
      { id: 'why', type: 'TextArea', required: true, hidden: ['not', isYes], ...bind('why') },
      { id: 'boxes', type: 'Checkboxes', options: yesNo, ...bind('boxes') },
    ],
  },
  {
    id: 'two',
    textResourceBindings: { title: 'two' },
    components: [
      { id: 'name', type: 'Input', ...bind('name') },
      {
        id: 'drawing',
        type: 'FileUpload',
        required: true,
        maxNumberOfAttachments: 2,
        textResourceBindings: { title: 'drawing' },
      },
    ],
  },
];
