import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

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
 * Opens a font for one document. Reading its tables takes many times as long as drawing a receipt, so they are read once
 * per process; glyphs and what they stand for are the document's own, so that its bytes don't depend on earlier ones.
 */
export function openFont(name: FontName): OpenFont {
  const { bytes, tables } = read(name);
  const font = create(bytes);
  font._tables = tables;
  const layout = font.layout.bind(font);
  font.layout = (text) => layout(text, features);
  return font;
}

/** Contextual alternates draw «->» as an arrow and «3x4» as «3×4»: a document shows what was written. They also cost a third of the work. */
const features = { calt: false };

const require = createRequire(import.meta.url);
const known = new Map<FontName, { bytes: Uint8Array; tables: object }>();

function read(name: FontName): { bytes: Uint8Array; tables: object } {
  const earlier = known.get(name);
  if (earlier) return earlier;
  const bytes = readFileSync(require.resolve(files[name]));
  const font = { bytes, tables: create(bytes)._tables };
  known.set(name, font);
  return font;
}
