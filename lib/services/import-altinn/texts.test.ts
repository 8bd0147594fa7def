import { describe, expect, it } from 'vitest';
import { convertMarkup } from './convert-markup.ts';
import { bound, codesOf, entryOf, importSmall, layout } from './testing/small-app.ts';

const resource = (...resources: object[]) => ({ language: 'nb', resources });

describe('texts', () => {
  it('keeps what is missing missing, and says in which languages', () => {
    const imported = importSmall({ 'config/texts/resource.nn.json': undefined });
    expect(imported.definition?.texts.nn).toEqual({});
    expect(entryOf(imported, 'text', 'name').notes).toMatchObject([
      { code: 'textLacks', values: { languages: 'nn, en' } },
    ]);
    expect(imported.beforePublishing.map(({ path }) => path)).toContain('texts.nn.name');
  });

  it('makes a text of words that are no key', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout({ id: 'it', type: 'Input', ...bound('name', 'Hva heter du?') }),
      'options/yes.json': [{ value: true, label: 'Ja' }],
    });
    expect(imported.definition?.texts.nb).toMatchObject({
      'it.title': 'Hva heter du?',
      'options.yes.true': 'Ja',
    });
    expect(imported.definition?.optionLists).toEqual({ yes: [{ value: 'true', label: 'options.yes.true' }] });
  });

  it('puts defaults for variables, since Kvitt’s texts have none', () => {
    const variables = [
      { key: 'a.b', dataSource: 'dataModel.default', defaultValue: 'deg' },
      { key: 'c', dataSource: 'instanceContext' },
    ];
    const imported = importSmall({
      'config/texts/resource.nb.json': resource({
        id: 'name',
        value: 'Hei {0} og {1}. [Les mer]({1})',
        variables,
      }),
    });
    expect(imported.definition?.texts.nb.name).toBe('Hei deg og …. Les mer');
    expect(codesOf(imported, 'text', 'name')).toContain('textVariables');
  });

  it('tells of languages that Kvitt lacks', () => {
    const imported = importSmall({ 'config/texts/resource.se.json': resource() });
    expect(codesOf(imported, 'file', 'App/config/texts/resource.se.json')).toEqual(['otherLanguage']);
  });

  it('takes one text of those that an expression chooses among', () => {
    const title = ['if', ['equals', ['dataModel', 'x'], 1], 'name', 'else', 'page'];
    const imported = importSmall({
      'ui/layouts/page.json': layout({ id: 'it', type: 'Paragraph', textResourceBindings: { title } }),
    });
    expect(imported.definition?.pages[0]?.components[0]?.textResourceBindings).toEqual({ title: 'name' });
    expect(codesOf(imported, 'component', 'it')).toEqual(['textComputed']);
  });

  it.each([
    ['En <b>fet</b> og <em>skrå</em><br>linje', 'En **fet** og *skrå*  \nlinje'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<a class="x" href="https://a.example/?b=1">her</a>', '[her](https://a.example/?b=1)'],
    ['Før<script>alert("<b>1</b>")</script> etter', 'Før etter'],
    ['<h2>Tittel</h2>tekst &amp; mer', '## Tittel\n\ntekst & mer'],
    ['3 < 4 og 5 > 4', '3 < 4 og 5 > 4'],
    ['**Markdown** [blir](https://a.example) stående', '**Markdown** [blir](https://a.example) stående'],
  ])('%s', (source, text) => {
    expect(convertMarkup(source).text).toBe(text);
  });

  it('names what it cannot turn into Markdown', () => {
    expect(convertMarkup('<video src="a.mp4"></video><button onclick="x()">Trykk</button>')).toEqual({
      text: 'Trykk',
      converted: [],
      lost: ['button', 'video'],
    });
  });

  it('takes a time that does not explode', () => {
    for (const part of ['<', '<!--', '<a ', '<script>', '[', '&', '<b', '</'])
      expect(convertMarkup(part.repeat(5_000)).text.length).toBeGreaterThanOrEqual(0);
  });
});
