import type { ColumnMapping } from './column-mapping.ts';
import type { LineProblem, LineProblemCode } from './settlement-line.ts';

/** Of one line, in characters. */
const maxLineLength = 4000;

/** One line of the file taken apart, or what is wrong with it. */
export type CsvRecord = { line: number; cells: string[] } | LineProblem;

/**
 * Takes a CSV file apart as it comes (RFC 4180, but a quoted cell ends on its own line, so that a line is a line), holding one
 * line at a time. Empty lines are allowed at the end only. Ends at the first thing that makes the rest unreadable.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { separator, encoding }: Pick<ColumnMapping, 'separator' | 'encoding'>,
): AsyncGenerator<CsvRecord, void> {
  let line = 0;
  let emptyAt = 0;
  for await (const text of linesOf(chunks, encoding)) {
    line += 1;
    if (text === undefined) return yield problem(line, 'characters');
    if (text.length > maxLineLength) return yield problem(line, 'line_too_long');
    if (text.trim() === '') {
      emptyAt ||= line;
      continue;
    }
    if (emptyAt) yield problem(emptyAt, 'columns');
    emptyAt = 0;
    if (/[\0-\x08\x0a-\x1f\x7f\ufffd]/.test(text)) yield problem(line, 'characters');
    else {
      const cells = cellsOf(text, separator);
      yield cells ? { line, cells } : problem(line, 'quotes');
    }
  }
}

/** Lines without their ends; undefined, as the last one, where bytes are no text. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: ColumnMapping['encoding'],
): AsyncGenerator<string | undefined, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let rest = '';
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      return undefined;
    }
  };
  for await (const chunk of chunks) {
    const text = decode(chunk);
    if (text === undefined) return yield undefined;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    // What never ends is not collected: the reader refuses it.
    if (rest.length > maxLineLength + 1) return yield rest;
  }
  const end = decode();
  if (end === undefined) return yield undefined;
  if (rest + end !== '') yield rest + end;
}

/** Undefined where quotes do not pair up, or stand inside a cell that is not quoted. */
function cellsOf(text: string, separator: string): string[] | undefined {
  if (!text.includes('"')) return text.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const found = text.indexOf(separator, at);
      const end = found < 0 ? text.length : found;
      const cell = text.slice(at, end);
      if (cell.includes('"')) return undefined;
      cells.push(cell.trim());
      at = end + 1;
      continue;
    }
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
    if (!quoted) return undefined;
    cells.push((quoted[1] ?? '').replaceAll('""', '"').trim());
    at += quoted[0].length;
    if (at < text.length && text[at] !== separator) return undefined;
    at += 1;
  }
  return cells;
}

function problem(line: number, code: LineProblemCode): LineProblem {
  return { line, code };
}
