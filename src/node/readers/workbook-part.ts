import type { Entry } from 'yauzl';
import { sizeText, tooLarge } from './limits.ts';
import { limited } from './unpack.ts';
import { type Archive, openMember } from './zip.ts';

const MIB = 2 ** 20;
const LESS = 0x3c;
const ROW = Buffer.from('<row');
/** A cell has 32,767 characters, each written as up to ten. */
const MAX_TEXT = MIB;
/** The widest row there can be, with styles. */
const MAX_ROW = 16 * MIB;
/** Parts other than sheets are held as a whole, at about 250 bytes an element; a text is four of them. */
const MAX_ELEMENTS = 4_000_000;

/**
 * Looks through a part of a workbook before anything is made of it: whatever it holds has to fit into memory.
 *
 * @param keeps - whether its text is wanted
 * @returns its text, or nothing
 * @throws PreflightError ERR_INPUT_TOO_LARGE, ERR_INPUT_BINARY
 */
export async function readPart({ zip }: Archive, member: Entry, file: string, keeps: boolean): Promise<string> {
  const isSheet = /^xl\/worksheets\//i.test(member.fileName);
  const isXml = /\.(?:xml|rels)$/i.test(member.fileName);
  const kept: Buffer[] = [];
  let text = 0;
  let row = 0;
  let elements = 0;
  for await (const chunk of limited(await openMember(zip, member, file), file)) {
    if (keeps) kept.push(chunk);
    if (!isXml) continue;
    let last = -1;
    for (let at = chunk.indexOf(LESS); at >= 0; at = chunk.indexOf(LESS, at + 1)) {
      if (text + at - last > MAX_TEXT) throw tooLong(`a single text of more than ${sizeText(MAX_TEXT)}`);
      text = 0;
      last = at;
      elements += 1;
    }
    text += chunk.length - 1 - last;
    const start = chunk.lastIndexOf(ROW);
    row = start < 0 ? row + chunk.length : chunk.length - start;
    if (text > MAX_TEXT) throw tooLong(`a single text of more than ${sizeText(MAX_TEXT)}`);
    if (isSheet && row > MAX_ROW) throw tooLong(`a single row of more than ${sizeText(MAX_ROW)}`);
    if (!isSheet && elements > MAX_ELEMENTS) throw tooLong('more than a million different texts');
  }
  return Buffer.concat(kept).toString('utf8');

  function tooLong(what: string) {
    return tooLarge(
      `This workbook cannot be read: "${member.fileName}" in it has ${what}. Save the sheet as CSV UTF-8, and name that.`,
      file,
    );
  }
}
