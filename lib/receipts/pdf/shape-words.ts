import type { create } from 'fontkit';

type Font = ReturnType<typeof create>;
type Run = ReturnType<Font['layout']>;

/** Some thousand words are all that receipts and forms of a portal say; each takes a few hundred bytes. */
const mostKept = 4000;

/**
 * Shapes words (which glyph stands where) for every document of a process, as most words of a receipt or of a form's answers
 * are the same each time, and shaping them is most of the work of drawing. Each word is shaped by itself, so that what is
 * drawn does not depend on the documents before. What holds a digit, as numbers of people do, or is no plain word is never kept.
 * @param font a font of its own, that draws no document.
 */
export function newWordShaper(font: Font): (text: string) => Run {
  const kept = new Map<string, Run>();
  return (text) => {
    const known = kept.get(text);
    if (known) return copyOf(known);
    const run = shape(font, text);
    if (/^[^\d]{1,30}$/u.test(text)) {
      if (kept.size >= mostKept) kept.clear();
      kept.set(text, copyOf(run));
    }
    return run;
  };
}

/** Contextual alternates draw «->» as an arrow and «3x4» as «3×4»: a document shows what was written. They also cost a third of the work. */
const features = { calt: false };

function shape(font: Font, text: string): Run {
  // A glyph remembers the letters that it was first used for: two letters may share one.
  font._glyphs = {};
  const { glyphs, positions } = font.layout(text, features);
  return newRun(
    glyphs.map(({ id, codePoints, advanceWidth }) => ({ id, codePoints, advanceWidth })),
    positions,
  );
}

/** pdfkit turns the positions into its own units where they stand. */
function copyOf({ glyphs, positions }: Run): Run {
  return newRun(
    glyphs,
    positions.map((position) => ({ ...position })),
  );
}

function newRun(glyphs: Run['glyphs'], positions: Run['positions']): Run {
  return {
    glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
    },
  };
}
