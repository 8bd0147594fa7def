import { asLanguage, languages } from '@/lib/core/language.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { isSitePath } from '@/lib/forms/safe-address.ts';
import type { PropertyReader } from '../component-mapper.ts';
import { shown } from '../read-object.ts';

const sizes: Record<string, string> = { l: 'h2', h2: 'h2', m: 'h3', h3: 'h3', s: 'h4', h4: 'h4' };
const variants: Record<string, string> = {
  info: 'info',
  warning: 'warning',
  success: 'success',
  error: 'error',
  danger: 'error',
};

/** Size of a heading, colour of a box. */
export const look: PropertyReader = (source, component, { subject }) => {
  const size = source.text('size');
  if (size !== undefined) {
    const known = sizes[size.toLowerCase()];
    if (known) component.size = known;
    else subject.note('valueUnknown', 'changed', { property: 'size', value: size });
  }
  for (const property of ['variant', 'severity']) {
    const value = source.text(property);
    if (value === undefined) continue;
    const known = variants[value];
    if (known) component.variant = known;
    else subject.note('valueUnknown', 'changed', { property, value });
  }
};

/** Title and body, for a type with one text: there the title stands in bold. */
export const joinedBody: PropertyReader = (_, component, { texts, subject }) => {
  const { title, body, ...others } = component.textResourceBindings ?? {};
  const { id, headed } = fields.get(component.type);
  if (body === undefined || (headed && title !== undefined)) return;
  if (headed) {
    component.type = headed.otherwise;
    subject.note('typeNearest', 'changed', { type: id, target: headed.otherwise });
  }
  if (title === undefined) {
    component.textResourceBindings = { ...others, title: body };
    return;
  }
  const key = `${component.id}.text`;
  const joined = languages.flatMap((language) => {
    const [head, rest] = [texts.find(title, language), texts.find(body, language)];
    return head === undefined && rest === undefined
      ? []
      : [[language, [head && `**${head}**`, rest].filter(Boolean).join('\n\n')]];
  });
  texts.add(key, Object.fromEntries(joined));
  component.textResourceBindings = { ...others, title: key };
  subject.note('boxJoined', 'changed', { key });
};

/** A picture: only from this site, so one from elsewhere has to be placed there by hand. */
export const picture: PropertyReader = (source, component, { subject }) => {
  const image = source.object('image');
  const src = image?.object('src');
  for (const [key, { value, at }] of src?.rest() ?? []) {
    const language = asLanguage(key);
    const address = typeof value === 'string' ? value : '';
    if (language === undefined || !isSitePath(address))
      subject.note('pictureElsewhere', 'lost', { address, language: key }, at);
    else component.image = { ...component.image, src: { ...component.image?.src, [language]: address } };
  }
  for (const [property, { value, at }] of image?.rest() ?? [])
    subject.note('propertyLook', 'info', { property, value: shown(value) }, at);
};
