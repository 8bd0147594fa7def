import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { newWordShaper } from './shape-words.ts';

/** A font as pdfkit takes it; made for one document, which remembers in it what it has drawn. */
export type OpenFont = ReturnType<typeof create>;

export type FontName = keyof typeof files;

// Inter (SIL Open Font License) has the letters of Norwegian and Sámi, and Cyrillic and Greek for people's names.
const files = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  bold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
};
export const fontNames = Object.keys(files) as FontName[];

/**
 * Opens a font for one document. Reading its tables and shaping words takes many times as long as drawing a receipt, so both
 * are done once per process; the glyphs that are embedded are the document's own.
 */
export function openFont(name: FontName): OpenFont {
  const { bytes, tables, shape } = read(name);
  const font = create(bytes);
  font._tables = tables;
  font.layout = shape;
  return font;
}

interface Known {
  bytes: Uint8Array;
  tables: object;
  shape: OpenFont['layout'];
}

const require = createRequire(import.meta.url);
const known = new Map<FontName, Known>();

function read(name: FontName): Known {
  const earlier = known.get(name);
  if (earlier) return earlier;
  const bytes = readFileSync(require.resolve(files[name]));
  const shaping = create(bytes);
  const font = { bytes, tables: shaping._tables, shape: newWordShaper(shaping) };
  known.set(name, font);
  return font;
}
