import type { Answers } from '@/lib/core/answers.ts';
import type { FormComponent } from '../component.ts';
import { formOf, option } from './questions.ts';

/** Rows are called by what they are. */
export const rowText = (key: string): string =>
  ({ 'vare.row': 'Vare', 'del.row': 'Del', 'navn.title': 'Navn' })[key] ?? key;

/** A question whose answer lies at a path. */
export function questionAt(id: string, path: string, rest: Partial<FormComponent> = {}): FormComponent {
  return {
    id,
    type: 'Input',
    textResourceBindings: { title: `${id}.title` },
    dataModelBindings: { simpleBinding: path },
    ...rest,
  };
}

/** A repeating group. */
export function rows(
  id: string,
  path: string,
  children: FormComponent[],
  rest: Partial<FormComponent> = {},
): FormComponent {
  return {
    id,
    type: 'RepeatingGroup',
    textResourceBindings: { title: `${id}.title`, rowTitle: `${id}.row` },
    dataModelBindings: { group: path },
    children,
    ...rest,
  };
}
export const kinds = { type: 'RadioButtons', options: [option('bok'), option('bil')] };
/** Goods with a kind each, a number plate only for cars, and parts inside. */
export const goods = formOf(
  questionAt('tittel', 'Tittel'),
  rows(
    'vare',
    'Varer',
    [
      questionAt('navn', 'Varer.Navn', { required: true }),
      { id: 'mer', type: 'Group', children: [questionAt('type', 'Varer.Type', kinds)] },
      questionAt('skilt', 'Varer.Skilt', {
        required: true,
        hidden: ['notEquals', ['dataModel', 'Varer.Type'], 'bil'],
      }),
      rows(
        'del',
        'Varer.Deler',
        [
          questionAt('delnavn', 'Varer.Deler.Navn', { required: ['equals', ['component', 'type'], 'bil'] }),
          questionAt('antall', 'Varer.Deler.Antall', { format: 'integer' }),
        ],
        { maxCount: 2 },
      ),
    ],
    { maxCount: 3 },
  ),
);
export const three: Answers = {
  Varer: [
    { Navn: 'Duster', Type: 'bil', Skilt: 'DN 12345', Deler: [{ Antall: '4' }, { Navn: 'Ratt' }] },
    { Navn: 'Sult', Type: 'bok', Skilt: 'gammelt' },
    { Type: 'bil' },
  ],
};
