import { PreflightError } from '../../errors.ts';
import { joinList } from '../../loaders/list-cell.ts';
import { inTurns, TURN } from './in-turns.ts';
import { type LdifAttribute, parseAttribute } from './ldif-attribute.ts';
import { type LdifLine, ldifLines } from './ldif-lines.ts';
import { MAX_COLUMNS, MAX_RECORD, sizeText, tooLarge } from './limits.ts';
import { keptOf } from './long-cell.ts';
import { type GrownTable, RowBuilder, Slot } from './row-builder.ts';
import type { StoredBytes } from './stored-bytes.ts';

type Read = Exclude<LdifAttribute, { fault: string }>;

/** A search reference of ldapsearch, as a line or, with `-L`, as a comment. */
const REFERENCE = /^(?:ref: ?|# ref)(ldaps?:\/\/.*)$/i;
/** Parts of an Active Directory that hold no people, and to which every search in it refers. */
const WITHOUT_PEOPLE = /\/(?:DC=(?:Forest|Domain)DnsZones|CN=Configuration|CN=Schema)(?:,|$)/i;
const RESULT = /^result: *(\d+) *(.*)$/i;
/** All that ldapsearch writes at the end; anything else beside it is somebody's. */
const OF_RESULT =
  /^(?:search: *\d+ *$|result: *\d|matcheddn:|text:|ref(?:erral)?:|control:|pagedresults:|extended:|response:|data:)/i;
/** How ldapsearch says on its standard error that the server stopped early. */
const LIMIT = /^(?:size|time|administrative) limit exceeded \(\d+\)$/i;
/** What a line takes besides its characters. */
const LINE = 128;
/** With a cookie, the server holds another page ready. */
const COOKIE = /^(?:# )?pagedresults: .*\bcookie=(\S*)$/i;

/**
 * Reads the entries of LDIF as slapcat, ldapsearch and ldifde write them. An entry becomes a row; the values of an
 * attribute that is there several times become one cell. What cannot be read is rejected with its lines.
 *
 * @param utf8 - the decoded file
 * @param onProgress - told how many records were read up to which byte
 * @see RFC 2849
 * @throws PreflightError ERR_INPUT_HEADER, ERR_INPUT_TRUNCATED
 */
export async function readLdif(
  utf8: StoredBytes,
  file: string,
  onProgress: (records: number, bytes: number) => void,
): Promise<GrownTable> {
  const reader = new LdifReader(file);
  await inTurns(reader.read(utf8), (bytes) => onProgress(reader.records, bytes));
  onProgress(reader.records, utf8.length);
  return reader.finish();
}

class LdifReader {
  readonly #file: string;
  readonly #rows: RowBuilder;
  readonly #slots = new Map<string, Slot>();
  readonly #escaped = { escapedLetters: false, escapedReplacement: false };
  /** Where the last page of a search says that another follows. */
  #openPage: LdifLine | null = null;
  /** The lines of the entry that is being read, comments left out. */
  #entry: LdifLine[] = [];
  /** Characters and lines of it, about. */
  #entrySize = 0;

  constructor(file: string) {
    this.#file = file;
    this.#rows = new RowBuilder(file);
  }

  get records(): number {
    return this.#rows.records;
  }

  /** Yields the offset it has come to, now and then. */
  *read(utf8: StoredBytes): Generator<number> {
    let turn = TURN;
    for (const raw of ldifLines(utf8, this.#file)) {
      const line = this.#entry.length === 0 ? withoutMark(raw) : raw;
      if (/^ *$/.test(line.text)) this.#endEntry();
      else if (line.text.startsWith('#')) this.#comment(line);
      else this.#addLine(line);
      if (line.end < turn) continue;
      turn = line.end + TURN;
      yield line.end;
    }
    this.#endEntry();
    if (this.#openPage !== null) {
      throw this.#truncated(this.#openPage, 'the last page of the search says that another follows');
    }
  }

  finish(): GrownTable {
    return this.#rows.finish(this.#escaped);
  }

  #addLine(line: LdifLine): void {
    this.#entry.push(line);
    this.#entrySize += line.text.length + LINE;
    if (this.#entrySize <= 2 * MAX_RECORD) return;
    throw tooLarge(
      `The entry that begins here is larger than ${sizeText(2 * MAX_RECORD)}, as no user is. Export the users alone, and only the attributes that are needed.`,
      this.#file,
      this.#entry[0]?.line,
    );
  }

  #comment(line: LdifLine): void {
    this.#reference(line);
    this.#page(line);
  }

  /** Whether a line is a reference to another part of the directory; people who may be there are missing. */
  #reference({ text, line, endLine }: LdifLine): boolean {
    const url = REFERENCE.exec(text)?.[1];
    if (url === undefined) return false;
    if (!WITHOUT_PEOPLE.test(url)) {
      this.#rows.reject(line, endLine, `it is a reference to ${url}: export the users from there too`);
    }
    return true;
  }

  #page(line: LdifLine): void {
    const cookie = COOKIE.exec(line.text)?.[1];
    if (cookie !== undefined) this.#openPage = cookie === '' ? null : line;
  }

  #endEntry(): void {
    let lines = this.#entry;
    this.#entry = [];
    this.#entrySize = 0;
    const limit = lines.find(({ text }) => LIMIT.test(text));
    if (limit !== undefined) throw this.#truncated(limit, `the server said "${limit.text}"`);
    while (lines[0] !== undefined && isVersion(lines[0].text)) lines = lines.slice(1);
    const [first] = lines;
    if (first === undefined || this.#isSearchResult(lines)) return;
    if (lines.every((line) => REFERENCE.test(line.text))) for (const line of lines) this.#reference(line);
    else this.#take(lines);
  }

  /** `search: 2` and what the server said at the end, which is no entry. */
  #isSearchResult(lines: readonly LdifLine[]): boolean {
    if (!/^(?:search|result):/i.test(lines[0]?.text ?? '')) return false;
    if (!lines.every(({ text }) => OF_RESULT.test(text))) return false;
    for (const line of lines) {
      const [, code, words] = RESULT.exec(line.text) ?? [];
      if (code !== undefined && Number(code) !== 0) {
        throw this.#truncated(line, `the search ended with "${code} ${words}"`);
      }
      this.#reference(line);
      this.#page(line);
    }
    return true;
  }

  #take(lines: readonly LdifLine[]): void {
    const line = lines[0]?.line ?? 0;
    const endLine = lines.at(-1)?.endLine ?? line;
    const attributes = lines.map(({ text }) => parseAttribute(text));
    const fault = faultOf(attributes);
    if (fault !== null) {
      this.#rows.reject(line, endLine, fault);
      return;
    }
    const values = new Map<Slot, string[]>();
    for (const attribute of attributes) if (!('fault' in attribute)) this.#collect(attribute, values);
    this.#rows.add(
      [...values.keys()],
      [...values.values()].map((list) => keptOf(joinList(list))),
      line,
      endLine,
    );
  }

  #collect({ name, key, value, isDecoded }: Read, values: Map<Slot, string[]>): void {
    // Part of the change, not of the entry.
    if (key === 'changetype' || key === 'control') return;
    if (isDecoded) {
      this.#escaped.escapedLetters ||= /[^\p{ASCII}]/u.test(value);
      this.#escaped.escapedReplacement ||= value.includes('\uFFFD');
    }
    const slot = this.#slots.get(key) ?? new Slot(name);
    this.#slots.set(key, slot);
    if (this.#slots.size > MAX_COLUMNS) {
      throw tooLarge(
        `The entries of this file have more than ${MAX_COLUMNS.toLocaleString('en')} different attributes, such as "${name}". Export only the attributes that are needed.`,
        this.#file,
      );
    }
    const list = values.get(slot);
    const kept = keptOf(value);
    if (list === undefined) values.set(slot, [kept]);
    else list.push(kept);
  }

  #truncated({ line }: LdifLine, what: string): PreflightError {
    return new PreflightError(
      'ERR_INPUT_TRUNCATED',
      `This export is not whole: ${what}. Search again without a limit, as with ldapsearch -E pr=1000/noprompt.`,
      { file: this.#file, line },
    );
  }
}

/** Why the lines of an entry cannot be believed, or null. */
function faultOf(attributes: readonly LdifAttribute[]): string | null {
  const [first] = attributes;
  const read = attributes.filter((attribute): attribute is Read => !('fault' in attribute));
  const change = read.find(({ key }) => key === 'changetype');
  if (change !== undefined && change.value.toLowerCase().trim() !== 'add') {
    return `it is a change (${change.value}), not an entry`;
  }
  const fault = attributes.find((attribute) => 'fault' in attribute);
  if (fault !== undefined && 'fault' in fault) return fault.fault;
  if (first === undefined || !('key' in first) || first.key !== 'dn') return 'it does not begin with a dn';
  if (read.filter(({ key }) => key === 'dn').length > 1)
    return 'it has two dn: is the blank line between them missing?';
  const isReferral = read.some(({ key, value }) => key === 'objectclass' && value.toLowerCase() === 'referral');
  return isReferral ? 'it is a referral to another server, not a person' : null;
}

function isVersion(text: string): boolean {
  return /^version: *1 *$/i.test(text);
}

/** Files joined into one bring their byte order marks along. */
function withoutMark(line: LdifLine): LdifLine {
  return line.text.startsWith('\uFEFF') ? { ...line, text: line.text.slice(1) } : line;
}
