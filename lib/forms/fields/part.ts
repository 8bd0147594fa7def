import type { FormComponent } from '../component.ts';

/** One control of a component that has several, `<id>-<name>`; what it is called is among the portal's own texts, `fields.<text>`. */
export function partOf(
  whole: FormComponent,
  name: string,
  text: string,
  part: Omit<FormComponent, 'id' | 'textResourceBindings'>,
): FormComponent {
  const own = whole.textResourceBindings ?? {};
  return {
    id: partId(whole.id, name),
    textResourceBindings: {
      title: own[`${name}Title`] ?? `fields.${text}`,
      // A title of the definition's own is a name already.
      shortName: own[`${name}Title`] ?? `fields.${text}Short`,
    },
    ...part,
  };
}

export function partId(wholeId: string, name: string): string {
  return `${wholeId}-${name}`;
}
