import { createHash } from 'node:crypto';
import type { ColumnMapping } from './column-mapping.ts';
import { readCsv } from './read-csv.ts';
import { newLineReader } from './read-line.ts';
import type { LineProblem, LineProblemCode, SettlementLine } from './settlement-line.ts';

export interface ReportLimits {
  bytes: number;
  lines: number;
}
export const reportLimits: ReportLimits = { bytes: 32 * 1024 * 1024, lines: 250_000 };

/** So many of the problems are named; who has more of them has one, mostly a wrong mapping. */
export const maxProblems = 20;

export type ReadReport =
  | { kind: 'report'; reference: string; sha256: string; lines: SettlementLine[] }
  /** Nothing of the file is taken in. */
  | { kind: 'problems'; problems: LineProblem[] };

/**
 * Reads a settlement report by an agreement's mapping, strictly: a file with one bad line is no report. The bytes are read
 * as they come, and no further than the limits.
 */
export async function readReport(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mapping: ColumnMapping,
  limits: ReportLimits = reportLimits,
): Promise<ReadReport> {
  const hash = createHash('sha256');
  const reading = new Reading(mapping, limits);
  const source = { tooLarge: false };
  for await (const record of readCsv(counted(chunks, limits.bytes, hash, source), mapping)) {
    if ('code' in record) reading.fail(record);
    else reading.take(record.line, record.cells);
    if (reading.isOver()) break;
  }
  if (source.tooLarge) return { kind: 'problems', problems: [{ line: 0, code: 'too_large' }] };
  return reading.end(() => hash.digest('hex'));
}

class Reading {
  readonly #problems: LineProblem[] = [];
  readonly #lines: SettlementLine[] = [];
  readonly #transactions = new Set<string>();
  #reader: ReturnType<typeof newLineReader> | undefined;
  #report: string | null = null;

  constructor(
    private readonly mapping: ColumnMapping,
    private readonly limits: ReportLimits,
  ) {}

  take(lineNumber: number, cells: readonly string[]): void {
    if (!this.#reader) {
      this.#reader = newLineReader(this.mapping, cells);
      if ('problems' in this.#reader) for (const problem of this.#reader.problems) this.fail(problem);
      return;
    }
    if ('problems' in this.#reader) return;
    const read = this.#reader.read(lineNumber, cells);
    if ('problems' in read) for (const problem of read.problems) this.fail(problem);
    else this.#keep(read.line, read.report);
  }

  fail(problem: LineProblem): void {
    this.#problems.push(problem);
  }

  /** A header that does not fit would fail every line after it. */
  isOver(): boolean {
    const noHeader = this.#problems.length > 0 && (!this.#reader || 'problems' in this.#reader);
    return noHeader || this.#problems.length >= maxProblems || this.#lines.length > this.limits.lines;
  }

  end(sha256: () => string): ReadReport {
    if (this.#problems.length === 0 && this.#lines.length === 0) this.fail({ line: 1, code: 'empty' });
    if (this.#problems.length > 0)
      return { kind: 'problems', problems: this.#problems.slice(0, maxProblems) };
    const hash = sha256();
    return {
      kind: 'report',
      reference: this.#report ?? `sha256:${hash.slice(0, 24)}`,
      sha256: hash,
      lines: this.#lines,
    };
  }

  #keep(line: SettlementLine, report: string | null): void {
    const wrong = (code: LineProblemCode) => this.fail({ line: line.lineNumber, code });
    if (this.#lines.length >= this.limits.lines) wrong('too_many_lines');
    if (this.#lines.length > 0 && report !== this.#report) wrong('mixed_reports');
    this.#report ??= report;
    if (line.transactionId !== null) {
      const key = `${line.type} ${line.transactionId}`;
      if (this.#transactions.has(key)) wrong('transaction_twice');
      this.#transactions.add(key);
    }
    this.#lines.push(line);
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
  hash: { update(chunk: Uint8Array): unknown },
  source: { tooLarge: boolean },
): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      source.tooLarge = true;
      return;
    }
    hash.update(chunk);
    yield chunk;
  }
}
