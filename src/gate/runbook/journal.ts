import { PreflightError } from '../../errors.ts';
import { type JournalEntry, journalEntrySchema, type UnchainedEntry } from '../../model/journal.ts';
import { canonicalBytes, canonicalText, readCanonical } from '../canonical.ts';
import type { Sha256 } from '../cryptography.ts';

const LINE_FEED = 0x0a;
const FIRST_PREV = '0'.repeat(64);

/** Where the lines of a journal are kept. */
export interface JournalStore {
  /** How messages call it, such as the path of a file. */
  readonly name: string;
  /** Everything that was written; null where there is no journal yet. */
  read(): Promise<Uint8Array | null>;
  /**
   * Writes a line behind the first `length` bytes, in place of whatever stands there; it is there for good once this
   * resolves, and where that fails, nothing but an unfinished end of it may be.
   */
  append(line: Uint8Array, length: number): Promise<void>;
  /**
   * Runs some work while nobody else does.
   *
   * @throws PreflightError ERR_JOURNAL_LOCKED where somebody else does
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** A journal that was read, and in which every entry follows the one before. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** How many bytes these take. */
  readonly length: number;
  /** What stands behind them: an entry whose writing was interrupted; null where nothing does. */
  readonly torn: { readonly sha256: string; readonly bytes: number } | null;
}

/**
 * Reads a journal, and holds every entry to its hash and to the one before. What stands behind the last line feed is an
 * entry of which nobody was told that it is there: it does not count.
 *
 * @throws PreflightError ERR_JOURNAL with the line, where an entry was altered, put in, taken out or moved
 */
export async function readJournal(bytes: Uint8Array, name: string, sha256: Sha256): Promise<Journal> {
  const entries: JournalEntry[] = [];
  let length = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, length)) {
    const read = await entryOf(bytes.subarray(length, end), entries.at(-1), sha256);
    if (typeof read === 'string') {
      throw new PreflightError(
        'ERR_JOURNAL',
        `This journal was altered: ${read}. Nothing that it says can be relied on.`,
        {
          file: name,
          line: entries.length + 1,
        },
      );
    }
    entries.push(read);
    length = end + 1;
  }
  const rest = bytes.subarray(length);
  if (entries.length === 0 && !mayBeEntry(rest)) {
    throw new PreflightError('ERR_JOURNAL', 'This is no journal, and it is not replaced by one. Name another file.', {
      file: name,
    });
  }
  return { entries, length, torn: rest.length === 0 ? null : { sha256: await sha256(rest), bytes: rest.length } };
}

/** How every entry begins, since the names in it are in order. */
const FIRST_BYTES = new TextEncoder().encode('{"at":"');

/** Whether bytes can be the beginning of an entry, or what a disk has in place of it after a power cut. */
function mayBeEntry(bytes: Uint8Array): boolean {
  const begins = bytes.subarray(0, FIRST_BYTES.length).every((byte, index) => byte === FIRST_BYTES[index]);
  return begins || bytes.every((byte) => byte === 0);
}

/** The line of an entry that follows the others, without its line feed. */
export async function chained(
  entry: UnchainedEntry,
  { entries, torn }: Journal,
  sha256: Sha256,
): Promise<{ readonly entry: JournalEntry; readonly line: Uint8Array }> {
  const last = entries.at(-1);
  const unhashed = {
    ...entry,
    seq: entries.length + 1,
    prev: last?.hash ?? FIRST_PREV,
    ...(torn === null ? {} : { torn }),
  };
  // As it will be read: what would not be understood then is not written.
  const whole = journalEntrySchema.parse({ ...unhashed, hash: await sha256(canonicalBytes(unhashed)) });
  return { entry: whole, line: new TextEncoder().encode(`${canonicalText(whole)}\n`) };
}

/** @returns the entry, or what is wrong with the line */
async function entryOf(
  line: Uint8Array,
  before: JournalEntry | undefined,
  sha256: Sha256,
): Promise<JournalEntry | string> {
  const read = readCanonical(line);
  if ('fault' in read) return `of this line, ${read.fault}`;
  const parsed = journalEntrySchema.safeParse(read.value);
  if (!parsed.success) return 'this line is no entry that this version knows';
  const { hash, ...rest } = parsed.data;
  if ((await sha256(canonicalBytes(rest))) !== hash) return 'this line does not fit its hash';
  if (rest.seq !== (before?.seq ?? 0) + 1) return 'the number of this line does not follow that of the one before';
  if (rest.prev !== (before?.hash ?? FIRST_PREV)) return 'this line does not follow the one before';
  if ((rest.type === 'start') !== (before === undefined)) return 'a journal has one start, which is its first line';
  return parsed.data;
}
