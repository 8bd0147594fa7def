import { inflateSync } from 'node:zlib';

/** The bytes of a PDF as text, for what is written there without being packed. */
export const source = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

/** Text that can be read back: glyph ids of every string, through the fonts' own ToUnicode maps. */
export function textOf(pdf: Uint8Array): string {
  const streams = [...source(pdf).matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const maps = streams.filter((text) => text.includes('beginbfrange')).map(glyphsOf);
  const words = streams
    .filter((text) => text.includes(' TJ'))
    .flatMap((text) =>
      [...text.matchAll(/\[(.*?)\] TJ/g)].map(([, array = '']) =>
        maps.map((map) =>
          [...array.matchAll(/<([0-9a-f]+)>/g)]
            .map(([, hex = '']) =>
              (hex.match(/.{4}/g) ?? []).map((id) => map.get(Number.parseInt(id, 16)) ?? '').join(''),
            )
            .join(''),
        ),
      ),
    );
  return words.map((one) => one.join('\u0001')).join('\n');
}

function glyphsOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, code = ''], index) => {
      const units = (code.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      map.set(Number.parseInt(from, 16) + index, String.fromCharCode(...units));
    });
  }
  return map;
}
