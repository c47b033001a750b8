const LF = 0x0a;
const CR = 0x0d;

/** Walks through a file and knows the physical line at every record: CRLF, LF and a lone CR each end one. */
export class PhysicalLines {
  readonly #bytes: Uint8Array;
  #at: number;
  #line: number;

  constructor(bytes: Uint8Array, at: number, line: number) {
    this.#bytes = bytes;
    this.#at = at;
    this.#line = line;
  }

  /** Passes blank lines, then the record that ends at a byte offset; says where it started and ended. */
  next(end: number): { start: number; line: number; endLine: number } {
    while (this.#at < end && this.#isLineEnd(this.#at)) this.#step();
    const start = this.#at;
    const line = this.#line;
    let endLine = line;
    while (this.#at < end) {
      endLine = this.#line;
      this.#step();
    }
    return { start, line, endLine };
  }

  #isLineEnd(at: number): boolean {
    return this.#bytes[at] === LF || this.#bytes[at] === CR;
  }

  #step(): void {
    const byte = this.#bytes[this.#at];
    this.#at += 1;
    if (byte === LF || (byte === CR && this.#bytes[this.#at] !== LF)) this.#line += 1;
  }
}

/** The physical line, 1-based, on which a byte stands. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line += 1;
  }
  return line;
}
