import type { Entry } from 'yauzl';
import { MAX_HELD, sizeText, tooLarge } from './limits.ts';
import { limited, tooMuch } from './unpack.ts';
import { type Archive, openMember } from './zip.ts';

const MIB = 2 ** 20;
const LESS = 0x3c;
const ROW = Buffer.from('<row');
/** A cell has 32,767 characters, each written as up to ten. */
const MAX_TEXT = MIB;
/** The widest row there can be, with styles. */
const MAX_ROW = 16 * MIB;
/** Different texts of cells: with them a process has less than 400 MB at its peak. */
export const MAX_TEXTS = 250_000;
/** Tags of all parts that are held as a whole; a text has four of them, at 1.3 kB together. */
const MAX_TAGS = 4 * MAX_TEXTS + 10_000;
/** Size of all parts that are held as a whole, which is taken several times over. */
const MAX_KEPT = 24 * MIB;

const TOO_MANY = `more than ${MAX_TEXTS.toLocaleString('en')} different texts`;

/** What becomes of a part: read row by row, held as a whole as a tree, or passed over. */
export type PartUse = 'sheet' | 'held' | 'other';

/**
 * Looks through the parts of a workbook before anything is made of them: whatever they hold has to fit into memory, one
 * by one and together.
 */
export class WorkbookParts {
  readonly #archive: Archive;
  readonly #file: string;
  #bytes = 0;
  #tags = 0;
  #held = 0;

  constructor(archive: Archive, file: string) {
    this.#archive = archive;
    this.#file = file;
  }

  /**
   * Looks through one part.
   *
   * @param keeps - whether its text is wanted
   * @returns its text, or nothing
   * @throws PreflightError ERR_INPUT_TOO_LARGE, ERR_INPUT_BINARY
   */
  async read(member: Entry, use: PartUse, keeps = false): Promise<string> {
    const kept: Buffer[] = [];
    let text = 0;
    let row = 0;
    for await (const chunk of limited(await openMember(this.#archive.zip, member, this.#file), this.#file)) {
      this.#bytes += chunk.length;
      if (this.#bytes > MAX_HELD) throw tooMuch(this.#file);
      if (keeps) kept.push(chunk);
      if (use === 'held') this.#held += chunk.length;
      if (use === 'other') continue;
      let last = -1;
      for (let at = chunk.indexOf(LESS); at >= 0; at = chunk.indexOf(LESS, at + 1)) {
        if (text + at - last > MAX_TEXT)
          throw this.#tooLong(member, `a single text of more than ${sizeText(MAX_TEXT)}`);
        text = 0;
        last = at;
        if (use === 'held') this.#tags += 1;
      }
      text += chunk.length - 1 - last;
      const start = chunk.lastIndexOf(ROW);
      row = start < 0 ? row + chunk.length : chunk.length - start;
      if (text > MAX_TEXT) throw this.#tooLong(member, `a single text of more than ${sizeText(MAX_TEXT)}`);
      if (use === 'sheet' && row > MAX_ROW) {
        throw this.#tooLong(member, `a single row of more than ${sizeText(MAX_ROW)}`);
      }
      if (this.#tags > MAX_TAGS) throw this.#tooLong(member, TOO_MANY);
      if (this.#held > MAX_KEPT) throw this.#tooLong(member, `more than ${sizeText(MAX_KEPT)} of different texts`);
    }
    return Buffer.concat(kept).toString('utf8');
  }

  #tooLong(member: Entry, what: string) {
    return tooLarge(
      `This workbook cannot be read: "${member.fileName}" in it has ${what}. Save the sheet as CSV UTF-8, and name that.`,
      this.#file,
    );
  }
}
