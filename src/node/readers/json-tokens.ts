import { PreflightError } from '../../errors.ts';
import { ByteWindow } from './byte-window.ts';
import { MAX_RECORD, sizeText, tooLarge } from './limits.ts';
import { lineAt } from './physical-lines.ts';
import type { StoredBytes } from './stored-bytes.ts';

/** Tokens of JSON: each is the byte that it begins with, but for numbers, and the end of the file. */
export const TOKEN = {
  end: 0,
  string: 0x22,
  comma: 0x2c,
  number: 0x30,
  colon: 0x3a,
  openArray: 0x5b,
  closeArray: 0x5d,
  false: 0x66,
  null: 0x6e,
  true: 0x74,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;
type Token = (typeof TOKEN)[keyof typeof TOKEN];

/** A place to come back to: the token there, and what encloses it. */
export interface JsonMark {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** How deep lists and objects may nest; exports have five levels, files that want to exhaust the stack thousands. */
const MAX_DEPTH = 64;
const NOTHING_KNOWN = 'a value or a name in quotes is expected';
const NOTHING = Buffer.alloc(2);
const BACKSLASH = 0x5c;
const SIMPLE_ESCAPES = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));
const WORDS = { [TOKEN.true]: 'true', [TOKEN.false]: 'false', [TOKEN.null]: 'null' } as const;

/**
 * The tokens of one JSON document after another. Strings are given exactly as they are written, numbers as their text.
 *
 * @see RFC 8259
 */
export class JsonTokens {
  token: Token = TOKEN.end;
  /** Offset of the current token. */
  start = 0;
  /** Offset of the byte after it. */
  end = 0;
  /** The current string token has an escape in it. */
  hasEscape = false;
  /** Some string was written with an escape for a letter beyond ASCII: letters were not lost for want of it. */
  escapedLetters = false;
  /** U+FFFD was written as an escape. */
  escapedReplacement = false;
  readonly file: string;
  readonly #utf8: StoredBytes;
  /** Holds the current token as a whole. */
  readonly #window: ByteWindow;
  #depth = 0;
  #keyStart = 0;
  #keyEnd = 0;
  #keyHasEscape = false;
  /** The name of the property as it stands, once the window has moved on from it. */
  #keyBytes: Buffer | null = null;

  /** @param utf8 - valid UTF-8 */
  constructor(utf8: StoredBytes, file: string) {
    this.#utf8 = utf8;
    this.#window = new ByteWindow(utf8);
    this.file = file;
  }

  next(): Token {
    this.#skipSpace();
    this.start = this.end;
    const byte = this.#byte(this.start);
    switch (byte) {
      case undefined:
        this.token = TOKEN.end;
        return this.token;
      case TOKEN.openObject:
      case TOKEN.closeObject:
      case TOKEN.openArray:
      case TOKEN.closeArray:
      case TOKEN.comma:
      case TOKEN.colon:
        this.end += 1;
        this.token = byte;
        return byte;
      case TOKEN.string:
        this.#scanString();
        this.#checkSize(this.end);
        this.token = byte;
        return byte;
      case TOKEN.true:
      case TOKEN.false:
      case TOKEN.null:
        this.#scanWord(WORDS[byte]);
        this.token = byte;
        return byte;
      default:
        this.#scanNumber();
        this.#checkSize(this.end);
        this.token = TOKEN.number;
        return this.token;
    }
  }

  /** What the current token, which is no bracket, stands for as a cell: null is nothing. */
  text(): string {
    switch (this.token) {
      case TOKEN.string:
        return this.#unquoted(this.#written(this.start, this.end), this.hasEscape);
      case TOKEN.number:
      case TOKEN.true:
      case TOKEN.false:
        return this.#written(this.start, this.end).toString('latin1');
      case TOKEN.null:
        return '';
      default:
        throw this.fault('a value is expected');
    }
  }

  /** Remembers the current token as the name of a property. */
  holdKey(): void {
    this.#keyStart = this.start;
    this.#keyEnd = this.end;
    this.#keyHasEscape = this.hasEscape;
    this.#keyBytes = null;
  }

  /** The name of the property whose value begins at the current token. */
  key(): string {
    return this.#unquoted(this.#keyBytes ?? this.#written(this.#keyStart, this.#keyEnd), this.#keyHasEscape);
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new PreflightError(
        'ERR_INPUT_JSON',
        `This JSON nests deeper than ${MAX_DEPTH} levels, as no list of users does. Export the users again.`,
        { file: this.file, line: this.line() },
      );
    }
  }

  leave(): void {
    this.#depth -= 1;
  }

  mark(): JsonMark {
    return { token: this.token, start: this.start, end: this.end, depth: this.#depth };
  }

  /** Makes the token that was current at a mark current again. */
  rewind(mark: JsonMark): void {
    this.token = mark.token;
    this.start = mark.start;
    this.end = mark.end;
    this.#depth = mark.depth;
    this.#keyBytes = NOTHING;
    this.#window.hold(mark.start, mark.end);
  }

  /** Physical line of the current token. */
  line(): number {
    return lineAt(this.#utf8, this.start);
  }

  /** An error at the current token: the file is broken there, or ends. */
  fault(what: string, at = this.start): PreflightError {
    const place = { file: this.file, line: lineAt(this.#utf8, at) };
    if (at >= this.#utf8.length) {
      return new PreflightError(
        'ERR_INPUT_TRUNCATED',
        'This file ends in the middle of its JSON: the export or the download was cut off. Export it again.',
        place,
      );
    }
    return new PreflightError(
      'ERR_INPUT_JSON',
      `This is not valid JSON: ${what}. Export it again, and do not edit it by hand.`,
      place,
    );
  }

  /** The byte at an offset, undefined at the end of the file. Nothing before the current token is needed any more. */
  #byte(at: number): number | undefined {
    const { bytes, base } = this.#window;
    const byte = bytes[at - base];
    return byte === undefined ? this.#further(at) : byte;
  }

  #further(at: number): number | undefined {
    this.#checkSize(at);
    this.#keyBytes ??= Buffer.from(this.#written(this.#keyStart, this.#keyEnd));
    return this.#window.at(at, Math.min(this.start, at));
  }

  /** Up to six bytes that belong to the current token, fewer at the end of the file. */
  #ascii(from: number, to: number): string {
    const end = Math.min(to, this.#utf8.length);
    if (end > from) this.#byte(end - 1);
    return this.#written(from, Math.max(from, end)).toString('latin1');
  }

  #checkSize(end: number): void {
    if (end - this.start <= MAX_RECORD) return;
    throw tooLarge(
      `A single value in this JSON is larger than ${sizeText(MAX_RECORD)}, as none of a user is. Export the users without it.`,
      this.file,
      this.line(),
    );
  }

  #skipSpace(): void {
    let at = this.end;
    for (;;) {
      // There may be much of it, and none has to be kept.
      this.start = at;
      const byte = this.#byte(at);
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at += 1;
      // Files joined into one bring their byte order marks along.
      else if (byte === 0xef && this.#depth === 0 && this.#byte(at + 1) === 0xbb && this.#byte(at + 2) === 0xbf)
        at += 3;
      else break;
    }
    this.end = at;
  }

  #scanString(): void {
    this.hasEscape = false;
    let at = this.start + 1;
    for (;;) {
      at = this.#plainEnd(at);
      const byte = this.#byte(at);
      if (byte === TOKEN.string) break;
      if (byte === undefined) throw this.fault('a string is not closed', at);
      if (byte < 0x20) throw this.fault('a line break or control character stands in a string', at);
      at += byte === BACKSLASH ? this.#escapeLength(at) : 1;
    }
    this.end = at + 1;
  }

  /** Passes letters that mean nothing but themselves, as far as they are at hand: nearly all of a file is such. */
  #plainEnd(at: number): number {
    const { bytes, base } = this.#window;
    let index = at - base;
    for (; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte === TOKEN.string || byte === BACKSLASH || byte < 0x20) break;
    }
    return base + index;
  }

  #escapeLength(at: number): 2 | 6 {
    this.hasEscape = true;
    const letter = this.#byte(at + 1);
    if (letter === undefined) throw this.fault('a string is not closed', at + 1);
    if (SIMPLE_ESCAPES.has(letter)) return 2;
    if (letter === 0x75) {
      const digits = this.#ascii(at + 2, at + 6);
      if (/^[0-9A-Fa-f]{4}$/.test(digits)) return 6;
      if (at + 6 > this.#utf8.length) throw this.fault('a string is not closed', this.#utf8.length);
    }
    throw this.fault('a string has an escape that JSON does not know', at);
  }

  #scanWord(word: string): void {
    const found = this.#ascii(this.start, this.start + word.length);
    if (found !== word) {
      const isCut = word.startsWith(found) && this.start + found.length === this.#utf8.length;
      throw this.fault(NOTHING_KNOWN, isCut ? this.#utf8.length : this.start);
    }
    this.end += word.length;
  }

  /** `-? (0 | [1-9] digit*) (. digit+)? ([eE] [+-]? digit+)?` */
  #scanNumber(): void {
    if (this.#byte(this.end) === 0x2d) this.end += 1;
    if (this.#byte(this.end) === 0x30) this.end += 1;
    else this.#scanDigits();
    if (this.#byte(this.end) === 0x2e) {
      this.end += 1;
      this.#scanDigits();
    }
    if (this.#byte(this.end) === 0x65 || this.#byte(this.end) === 0x45) {
      this.end += 1;
      if (this.#byte(this.end) === 0x2b || this.#byte(this.end) === 0x2d) this.end += 1;
      this.#scanDigits();
    }
  }

  #scanDigits(): void {
    const from = this.end;
    while (isDigit(this.#byte(this.end))) this.end += 1;
    if (this.end === from) throw this.fault(NOTHING_KNOWN, this.end);
  }

  /** Bytes of the window, not copied. */
  #written(start: number, end: number): Buffer {
    return this.#window.bytes.subarray(start - this.#window.base, end - this.#window.base);
  }

  /** @param quoted - a string with its quotes */
  #unquoted(quoted: Buffer, hasEscape: boolean): string {
    if (!hasEscape) return quoted.toString('utf8', 1, quoted.length - 1);
    // JSON.parse keeps what is written: lone surrogates, U+0000.
    const text: string = JSON.parse(quoted.toString('utf8'));
    this.escapedLetters ||= /[^\p{ASCII}]/u.test(text);
    this.escapedReplacement ||= text.includes('\uFFFD');
    return text;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
