import { describe, expect, it } from 'vitest';
import { serviceText } from './service-texts.ts';

const definition = {
  texts: { nb: { title: 'Båt', only: 'Bare her' }, nn: { title: 'Båt' }, en: { title: 'Boat', only: '' } },
};

describe('serviceText', () => {
  it('answers in the language, and in bokmål where a text is missing or empty', () => {
    expect(serviceText(definition, 'en')('title')).toBe('Boat');
    expect(serviceText(definition, 'en')('only')).toBe('Bare her');
    expect(serviceText(definition, 'nn')('only')).toBe('Bare her');
  });

  it('answers an unknown key with itself', () => {
    expect(serviceText(definition, 'nb')('nowhere')).toBe('nowhere');
    expect(serviceText(definition, 'nb')('constructor')).toBe('constructor');
  });
});
