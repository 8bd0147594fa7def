/** What we use of fontkit, which comes with pdfkit and without types. */
declare module 'fontkit' {
  interface Font {
    /** Tables read so far, by tag; fontkit's own variations of a font share them the same way. */
    _tables: object;
    layout(text: string, features?: Record<string, boolean>): { glyphs: { id: number }[] };
  }
  export function create(bytes: Uint8Array): Font;
}
