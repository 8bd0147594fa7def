/** As much of a file's ends as its kind is judged by. In a small file both are the whole of it. */
export interface FileEdges {
  head: Uint8Array;
  tail: Uint8Array;
  sizeBytes: number;
}

const headBytes = 4096;
/** A ZIP is read from its end: its last record and the longest comment after it (APPNOTE 4.3.16). */
const tailBytes = 22 + 65_535;

/** Takes a file's bytes as they come and keeps its edges: what it costs does not depend on the file's size. */
export class EdgeKeeper {
  #head = new Uint8Array();
  #tail: Uint8Array[] = [];
  #tailLength = 0;
  #sizeBytes = 0;

  add(chunk: Uint8Array): void {
    this.#sizeBytes += chunk.length;
    if (this.#head.length < headBytes) this.#head = joined([this.#head, chunk]).slice(0, headBytes);
    this.#tail.push(chunk.slice(-tailBytes));
    this.#tailLength += Math.min(chunk.length, tailBytes);
    if (this.#tailLength > 2 * tailBytes) this.#joinTail();
  }

  /** What came of the beginning so far. */
  get head(): Uint8Array {
    return this.#head;
  }

  edges(): FileEdges {
    this.#joinTail();
    return { head: this.#head, tail: this.#tail[0] ?? new Uint8Array(), sizeBytes: this.#sizeBytes };
  }

  #joinTail(): void {
    const tail = joined(this.#tail).slice(-tailBytes);
    this.#tail = [tail];
    this.#tailLength = tail.length;
  }
}

export function edgesOf(content: Uint8Array): FileEdges {
  const keeper = new EdgeKeeper();
  keeper.add(content);
  return keeper.edges();
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
