import { asLanguage, defaultLanguage, type Language, languages } from '@/lib/core/language.ts';
import { convertMarkup } from './convert-markup.ts';
import type { JsonNode } from './json-source.ts';
import { type ObjectReader, readObject } from './read-object.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './report.ts';

/** The app's own texts, with what the import adds; keys that are used are kept count of. */
export interface AppTexts {
  /** The key of a text of the app, or of a new text with these words (bokmål), when the app has none by that name. */
  keyFor(nameOrWords: string, newKey: string): string;
  /** Adds a text in the languages given. */
  add(key: string, words: Partial<Record<Language, string>>): void;
  has(key: string): boolean;
  find(key: string, language: Language): string | undefined;
  all(): Record<Language, Record<string, string>>;
  /** Tells of texts that nothing uses, and of languages that lack texts which others have. */
  tellOfRest(): void;
}

/** As long as a definition allows. */
const maxKey = 120;
const maxWords = 20_000;

const isAddress = /^(https?:\/\/|mailto:|tel:|\/)\S*$/;
const pattern = /^resource\.([a-z-]+)\.json$/i;
/** The same files have lain in two folders. */
const folders = ['App/config/texts', 'App/texts'];

/** Reads `resource.<language>.json`. Variables and HTML become what Kvitt has; each text has its line in the report. */
export function readTexts(reading: Reading): AppTexts {
  const { files, report } = reading;
  const byLanguage = new Map<Language, Map<string, string>>(languages.map((each) => [each, new Map()]));
  const subjects = new Map<string, Subject>();
  const used = new Set<string>();
  for (const path of folders.flatMap((folder) => files.in(folder, '.json'))) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const code = pattern.exec(name)?.[1];
    const language = asLanguage(code);
    const source = readObject(files.json(path), name, report);
    const file = report.entry('file', path, { file: path });
    if (language === undefined) file.refuse('otherLanguage', { language: code ?? name });
    else if (source) readFile(source, language, file);
  }

  function readFile(source: ObjectReader, language: Language, file: Subject): void {
    const said = source.text('language');
    if (said !== undefined && said !== language) file.note('languageDiffers', 'changed', { said, language });
    for (const each of source.list('resources') ?? []) readText(each, language);
    for (const [property, { at }] of source.rest())
      file.note('unknownProperty', 'lost', { property, value: '' }, at);
  }

  function readText(node: JsonNode, language: Language): void {
    const source = readObject(node, 'resources', report);
    const id = source?.text('id');
    if (!source) return;
    if (id === undefined || id === '') {
      report.problem(node.at, 'textWithoutId');
      return;
    }
    const subject = subjects.get(id) ?? report.entry('text', id, node.at);
    subjects.set(id, subject);
    const texts = byLanguage.get(language);
    if (texts?.has(id)) report.problem(node.at, 'duplicateId', { id });
    if (id.length > maxKey || id === '__proto__') {
      subject.refuse('textKey', { max: String(maxKey) });
      return;
    }
    const whole = source.text('value') ?? '';
    if (whole.length > maxWords) subject.note('textCut', 'lost', { max: String(maxWords), language });
    const filled = fillVariables(whole.slice(0, maxWords), source, subject, reading);
    const { text, converted, lost } = convertMarkup(filled);
    if (converted.length > 0) subject.note('markup', 'changed', { tags: converted.join(', '), language });
    if (lost.length > 0) subject.note('markupLost', 'lost', { tags: lost.join(', '), language });
    texts?.set(id, text.slice(0, maxWords));
    for (const [property, { at }] of source.rest())
      subject.note('unknownProperty', 'lost', { property, value: '' }, at);
  }

  const has = (key: string): boolean => languages.some((each) => byLanguage.get(each)?.has(key));
  return {
    keyFor(nameOrWords, newKey) {
      if (has(nameOrWords)) {
        used.add(nameOrWords);
        return nameOrWords;
      }
      const words = convertMarkup(nameOrWords.slice(0, maxWords)).text;
      let key = newKey.slice(0, maxKey - 8);
      for (let n = 2; has(key) && byLanguage.get(defaultLanguage)?.get(key) !== words; n += 1)
        key = `${newKey.slice(0, maxKey - 8)}-${n}`;
      used.add(key);
      // An address is the same in every language; words are in the one that the app was written in.
      const into = isAddress.test(words) ? languages : [defaultLanguage];
      for (const language of into) byLanguage.get(language)?.set(key, words);
      return key;
    },
    add(key, words) {
      used.add(key);
      for (const language of languages) {
        const text = words[language];
        if (text !== undefined) byLanguage.get(language)?.set(key, text.slice(0, maxWords));
      }
    },
    has,
    find: (key, language) => byLanguage.get(language)?.get(key),
    all: () =>
      Object.fromEntries(
        languages.map((each) => [each, Object.fromEntries(byLanguage.get(each) ?? [])]),
      ) as Record<Language, Record<string, string>>,
    tellOfRest() {
      for (const [id, subject] of subjects) {
        if (!used.has(id)) subject.note('textUnused', 'info');
        const lacking = languages.filter((each) => !byLanguage.get(each)?.get(id)?.trim());
        if (lacking.length > 0) subject.note('textLacks', 'info', { languages: lacking.join(', ') });
      }
    },
  };
}

/** Kvitt's texts have no variables: each becomes its default, or a mark that something is missing. */
function fillVariables(value: string, source: ObjectReader, subject: Subject, { report }: Reading): string {
  const variables = (source.list('variables') ?? []).map((each) => readObject(each, 'variables', report));
  if (variables.length === 0) return value;
  const names: string[] = [];
  let text = value;
  for (const [index, variable] of variables.entries()) {
    const fallback = variable?.text('defaultValue') ?? '…';
    names.push(`{${index}} = ${variable?.text('dataSource') ?? '?'} ${variable?.text('key') ?? '?'}`);
    // A link to somewhere that only the answers know is only its words.
    text = text.replace(new RegExp(`\\[([^[\\]]*)\\]\\(\\{${index}\\}\\)`, 'g'), (_, words: string) => words);
    text = text.replaceAll(`{${index}}`, () => fallback);
  }
  subject.note('textVariables', 'lost', { variables: names.join('; ') });
  return text;
}
