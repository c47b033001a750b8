import type { Entry } from 'yauzl';
import { damaged } from './unpack.ts';
import { type PartUse, WorkbookParts } from './workbook-part.ts';
import { relationsOf } from './workbook-relations.ts';
import { type Sheet, sheetsOf } from './workbook-sheets.ts';
import type { Archive } from './zip.ts';

/** The part that lists the sheets of a workbook. */
export const WORKBOOK = 'xl/workbook.xml';
/** The part that lists all others by what they hold. */
export const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONS = '_rels/.rels';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** What tells where everything else is. */
const GUIDES: readonly string[] = [CONTENT_TYPES, PACKAGE_RELATIONS, WORKBOOK, RELATIONS];

/**
 * Looks through all parts of a workbook, so that it is safe to make something of them.
 *
 * @returns its sheets of cells, without charts and the like
 * @throws PreflightError ERR_INPUT_BINARY, ERR_INPUT_TOO_LARGE
 */
export async function checkedSheets(archive: Archive, file: string): Promise<Sheet[]> {
  const members = new Map<string, Entry>();
  for (const member of archive.members) {
    if (members.has(member.fileName)) throw damaged(file, `it holds "${member.fileName}" twice`);
    members.set(member.fileName, member);
  }
  const parts = new WorkbookParts(archive, file);
  const guides = new Map<string, string>();
  for (const name of GUIDES) {
    const member = members.get(name);
    guides.set(name, member === undefined ? '' : await parts.read(member, 'held', true));
  }
  const relations = (name: string, folder: string) => {
    const found = relationsOf(guides.get(name) ?? '', folder);
    if (found === null) throw damaged(file, `"${name}" in it is not the list of relations that it should be`);
    return found;
  };
  // Another list of sheets would be read in place of the one that they are chosen by.
  const other = relations(PACKAGE_RELATIONS, '').find(
    ({ kind, part }) => kind === 'officeDocument' && part !== WORKBOOK,
  );
  if (other !== undefined) throw damaged(file, `its sheets are listed in "${other.part}"`);
  const links = relations(RELATIONS, 'xl');
  const uses = new Map<string, PartUse>();
  for (const { kind, part } of links) if (kind === 'worksheet') uses.set(part, 'sheet');
  // Whatever else they are called, these are held as a whole.
  for (const { kind, part } of links) if (kind === 'sharedStrings' || kind === 'styles') uses.set(part, 'held');
  for (const [name, member] of members) {
    if (!GUIDES.includes(name)) await parts.read(member, uses.get(name) ?? 'other');
  }
  const cells = new Set(links.filter(({ kind }) => kind === 'worksheet').map(({ id }) => id));
  return sheetsOf(guides.get(WORKBOOK) ?? '').filter(({ relation }) => cells.has(relation));
}
