import { readSync } from 'node:fs';

/** Bytes at rest, which can be read in any order, piece by piece. */
export interface StoredBytes {
  readonly length: number;
  /** How many are worth reading at once. */
  readonly piece: number;
  /** Those from one offset to another, fewer where they end. Not to be written to. */
  read(from: number, to: number): Buffer;
}

const PIECE = 2 ** 20;

/** Bytes that are there already, as one piece. */
export function inMemory(buffer: Buffer): StoredBytes {
  return { length: buffer.length, piece: buffer.length, read: (from, to) => buffer.subarray(from, to) };
}

/** Bytes of a file; nothing of them is kept. */
export class FileBytes implements StoredBytes {
  readonly length: number;
  readonly piece = PIECE;
  readonly #descriptor: number;

  constructor(descriptor: number, length: number) {
    this.#descriptor = descriptor;
    this.length = length;
  }

  /** @throws Error where the file cannot be read, or has become shorter */
  read(from: number, to: number): Buffer {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(to, this.length) - from));
    for (let filled = 0; filled < buffer.length; ) {
      const count = readSync(this.#descriptor, buffer, filled, buffer.length - filled, from + filled);
      if (count === 0) throw new Error('it became shorter while it was read');
      filled += count;
    }
    return buffer;
  }
}

/** Bytes that came in chunks; they are not copied into one, which would take as much memory again. */
export class ChunkedBytes implements StoredBytes {
  readonly piece = PIECE;
  readonly #chunks: Buffer[] = [];
  readonly #starts: number[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#starts.push(this.#length);
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  read(from: number, to: number): Buffer {
    const end = Math.min(to, this.#length);
    const parts: Buffer[] = [];
    let at = from;
    for (let index = this.#indexAt(from); at < end; index += 1) {
      const start = this.#starts[index] ?? 0;
      const part = (this.#chunks[index] as Buffer).subarray(at - start, end - start);
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** All as one, where they are few. */
  settled(maxWhole: number): StoredBytes {
    return this.#length <= maxWhole ? inMemory(Buffer.concat(this.#chunks, this.#length)) : this;
  }

  /** Index of the last chunk that starts at or before an offset. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** All of them in order, piece by piece. */
export function* pieces(bytes: StoredBytes, start = 0): Generator<Buffer> {
  for (let at = start; at < bytes.length; ) {
    const piece = bytes.read(at, at + Math.max(bytes.piece, 1));
    at += piece.length;
    yield piece;
  }
}
