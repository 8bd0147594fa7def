/** What we use of fontkit, which comes with pdfkit and without types. */
declare module 'fontkit' {
  interface Font {
    /** Tables read so far, by tag; fontkit's own variations of a font share them the same way. */
    _tables: object;
    /** Glyphs made so far, by id. */
    _glyphs: object;
    layout(text: string, features?: Record<string, boolean>): GlyphRun;
  }
  interface GlyphRun {
    glyphs: { id: number; codePoints: number[]; advanceWidth: number }[];
    positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
    /** In the font's units, of the positions as they are now. */
    readonly advanceWidth: number;
  }
  export function create(bytes: Uint8Array): Font;
}
