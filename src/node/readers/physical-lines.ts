import { ByteWindow } from './byte-window.ts';
import { pieces, type StoredBytes } from './stored-bytes.ts';

const LF = 0x0a;
const CR = 0x0d;

/** Walks through a file and knows the physical line at every record: CRLF, LF and a lone CR each end one. */
export class PhysicalLines {
  readonly #window: ByteWindow;
  #at: number;
  #line: number;

  constructor(bytes: StoredBytes, at: number, line: number) {
    this.#window = new ByteWindow(bytes, at);
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
    const byte = this.#byte(at);
    return byte === LF || byte === CR;
  }

  #step(): void {
    const byte = this.#byte(this.#at);
    this.#at += 1;
    if (byte === LF || (byte === CR && this.#byte(this.#at) !== LF)) this.#line += 1;
  }

  /** Nothing before it is asked for again. */
  #byte(at: number): number | undefined {
    const { bytes, base } = this.#window;
    const byte = bytes[at - base];
    return byte === undefined ? this.#window.at(at) : byte;
  }
}

/** The physical line, 1-based, on which a byte stands. */
export function lineAt(bytes: StoredBytes, offset: number): number {
  let line = 1;
  let at = 0;
  let isAfterCr = false;
  for (const piece of pieces(bytes)) {
    for (let index = 0; index < piece.length && at < offset; index += 1, at += 1) {
      const byte = piece[index];
      // CRLF ends its line with its second byte.
      if (isAfterCr && byte !== LF) line += 1;
      if (byte === LF) line += 1;
      isAfterCr = byte === CR;
    }
    if (at >= offset) break;
  }
  if (isAfterCr && bytes.read(offset, offset + 1)[0] !== LF) line += 1;
  return line;
}
