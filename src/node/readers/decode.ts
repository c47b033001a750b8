import { isAscii, isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { codecOf } from './encodings.ts';
import { MAX_HELD, MAX_WHOLE, sizeText, tooLarge } from './limits.ts';
import { ChunkedBytes, pieces, type StoredBytes } from './stored-bytes.ts';

/** The text of a file as UTF-8 bytes without a byte order mark, and what it was written in. */
export interface DecodedFile {
  readonly utf8: StoredBytes;
  /** Name of the encoding, such as `utf-8`. */
  readonly encoding: string;
  readonly isAscii: boolean;
  /** U+FFFD occurs in it: bytes were lost here or before. */
  readonly hasReplacement: boolean;
}

const REPLACEMENT = Buffer.from('\uFFFD');
/** How much of a file without a byte order mark is looked at for the pattern of UTF-16. */
const SAMPLE = 2048;
const MARKS = [
  ['utf-8', Buffer.from('EFBBBF', 'hex')],
  ['utf-16le', Buffer.from('FFFE', 'hex')],
  ['utf-16be', Buffer.from('FEFF', 'hex')],
] as const;

/**
 * Finds out what a file is written in, by byte order mark or by its bytes, and decodes it. What is neither marked
 * nor valid UTF-8 is Windows-1252, which is what Excel writes; unless most of it is UTF-8, which is then damaged.
 *
 * @param file - how errors call it
 * @param said - what it is written in by the user's word, which outweighs all that
 * @throws PreflightError ERR_INPUT_TOO_LARGE where it is in another encoding, and too large to be decoded in memory
 */
export async function decode(bytes: StoredBytes, file: string, said?: string): Promise<DecodedFile> {
  const head = bytes.read(0, SAMPLE);
  const marked = MARKS.find(([, mark]) => head.subarray(0, mark.length).equals(mark));
  const encoding = said ?? marked?.[0] ?? utf16Pattern(head);
  const text = marked !== undefined && marked[0] === encoding ? from(bytes, marked[1].length) : bytes;
  if (encoding !== null && encoding !== 'utf-8') return transcoded(text, encoding, file);
  const found = await surveyed(text);
  if (found.isUtf8) return { utf8: text, encoding: 'utf-8', ...found };
  const isDamaged = encoding === 'utf-8' || (await isMostlyUtf8(text));
  return transcoded(text, isDamaged ? 'utf-8' : 'windows-1252', file);
}

/** The same bytes without the first few. */
function from(bytes: StoredBytes, offset: number): StoredBytes {
  return {
    length: bytes.length - offset,
    piece: bytes.piece,
    read: (start, end) => bytes.read(start + offset, end + offset),
  };
}

interface Survey {
  readonly isUtf8: boolean;
  readonly isAscii: boolean;
  readonly hasReplacement: boolean;
}

async function surveyed(bytes: StoredBytes): Promise<Survey> {
  let isAsciiOnly = true;
  let hasReplacement = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of inTurn(bytes)) {
    // A letter may stand in two pieces.
    const whole = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const cut = whole.length - openLetter(whole);
    const letters = whole.subarray(0, cut);
    if (!isUtf8(letters)) return { isUtf8: false, isAscii: false, hasReplacement: false };
    isAsciiOnly &&= isAscii(letters);
    hasReplacement ||= !isAsciiOnly && letters.includes(REPLACEMENT);
    rest = whole.subarray(cut);
  }
  return { isUtf8: rest.length === 0, isAscii: isAsciiOnly && rest.length === 0, hasReplacement };
}

/** How many bytes at the end are the beginning of a letter that goes on. */
function openLetter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

async function transcoded(bytes: StoredBytes, encoding: string, file: string): Promise<DecodedFile> {
  const utf8 = new ChunkedBytes();
  const codec = codecOf(encoding);
  let hasReplacement = false;
  let isAsciiOnly = true;
  const take = (text: string) => {
    const chunk = Buffer.from(text, 'utf8');
    utf8.add(chunk);
    hasReplacement ||= text.includes('\uFFFD');
    isAsciiOnly &&= isAscii(chunk);
    if (utf8.length > MAX_HELD) {
      throw tooLarge(
        `This file is in ${encoding} and larger than ${sizeText(MAX_HELD)}: too large to be decoded here. Save it as UTF-8 first, as with iconv.`,
        file,
      );
    }
  };
  for await (const piece of inTurn(bytes, DECODED_AT_ONCE)) take(codec.decode(piece));
  take(codec.end());
  return { utf8: utf8.settled(MAX_WHOLE), encoding, isAscii: isAsciiOnly, hasReplacement };
}

const DECODED_AT_ONCE = 2 ** 22;

/** Piece by piece; others have their turn in between. */
async function* inTurn(bytes: StoredBytes, atMost = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  for (const piece of pieces(bytes)) {
    for (let at = 0; at < piece.length; at += atMost) yield piece.subarray(at, at + atMost);
    if (piece.length < bytes.length) await setImmediate();
  }
}

/** ASCII text in UTF-16 has a zero in every other byte. */
function utf16Pattern(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = head.length & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) evenZeros += 1;
    if (head[at + 1] === 0) oddZeros += 1;
  }
  const most = length * 0.35;
  // A letter such as U+0100 has its zero on the other side.
  if (length >= 8 && oddZeros > most && evenZeros * 4 < oddZeros) return 'utf-16le';
  return length >= 8 && evenZeros > most && oddZeros * 4 < evenZeros ? 'utf-16be' : null;
}

/** Whether more letters of an invalid file read as UTF-8 than do not: Windows-1252 would garble all of these. */
async function isMostlyUtf8(bytes: StoredBytes): Promise<boolean> {
  const codec = codecOf('utf-8');
  let lost = 0;
  let beyondAscii = 0;
  const count = (text: string) => {
    lost += text.match(/\uFFFD/g)?.length ?? 0;
    beyondAscii += text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  };
  for await (const piece of inTurn(bytes, DECODED_AT_ONCE)) count(codec.decode(piece));
  count(codec.end());
  return beyondAscii > lost;
}
