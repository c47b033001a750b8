import type { StoredBytes } from './stored-bytes.ts';

/** A piece of stored bytes that moves along with whoever reads them. */
export class ByteWindow {
  /** The piece at hand. */
  bytes: Buffer;
  /** Offset of its first byte. */
  base = 0;
  readonly #stored: StoredBytes;

  constructor(stored: StoredBytes, from = 0) {
    this.#stored = stored;
    this.base = from;
    this.bytes = stored.read(from, from + stored.piece);
  }

  get length(): number {
    return this.#stored.length;
  }

  /** Offset of the byte after the piece. */
  get end(): number {
    return this.base + this.bytes.length;
  }

  /** The byte at an offset, undefined behind the last; what stands before `keep` may be gone afterwards. */
  at(offset: number, keep = offset): number | undefined {
    if (offset >= this.base && offset < this.end) return this.bytes[offset - this.base];
    return this.move(offset, keep) ? this.bytes[offset - this.base] : undefined;
  }

  /** Moves so that it begins at `keep` and holds `offset`; false where there is no such byte. */
  move(offset: number, keep = offset): boolean {
    if (offset >= this.#stored.length) return false;
    // Twice what has to be kept, or a long token would be read again for every piece of it.
    const length = Math.max(this.#stored.piece, 2 * (offset + 1 - keep));
    this.bytes = this.#stored.read(keep, keep + length);
    this.base = keep;
    return true;
  }

  /** Makes sure that the bytes from one offset to another are at hand, as far as there are any. */
  hold(from: number, to: number): void {
    const end = Math.min(to, this.#stored.length);
    if (from < this.base || end > this.end) this.move(Math.max(from, end - 1), from);
  }

  text(encoding: 'utf8' | 'latin1', from: number, to: number): string {
    this.hold(from, to);
    return this.bytes.toString(encoding, from - this.base, to - this.base);
  }
}
