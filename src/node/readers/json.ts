import { PreflightError } from '../../errors.ts';
import { inTurns, TURN } from './in-turns.ts';
import {
  choose,
  OF_A_PERSON,
  ORGANISATIONS,
  outlinePage,
  type PageList,
  type PageOutline,
  SUSPECTS,
} from './json-page.ts';
import { JsonRecord } from './json-record.ts';
import { JsonTokens, TOKEN } from './json-tokens.ts';
import { elements, isScalar, members, skipValue } from './json-walk.ts';
import type { Paging } from './paging.ts';
import { lineAt } from './physical-lines.ts';
import { type GrownTable, RowBuilder } from './row-builder.ts';
import type { StoredBytes } from './stored-bytes.ts';

/** The cells of a JSON file; lines are the numbers of records. */
export interface JsonTable extends GrownTable {
  /** What its pages say about further ones; null where there are no pages. */
  readonly paging: Paging | null;
}

/** Lists around users: pages may be wrapped in one more. */
const MAX_LISTS = 2;

/**
 * Reads users from JSON: a list of them, pages as APIs give them, several of these one after another or in a list, one
 * user a line, or a single user. A user becomes a row; see `JsonRecord` for how.
 *
 * @param utf8 - the decoded file
 * @param onProgress - told how many records were read up to which byte
 * @see RFC 8259; RFC 7644 section 3.4.2 for the pages of SCIM
 * @throws PreflightError ERR_INPUT_JSON, ERR_INPUT_TRUNCATED, ERR_INPUT_HEADER
 */
export async function readJson(
  utf8: StoredBytes,
  file: string,
  onProgress: (records: number, bytes: number) => void,
): Promise<JsonTable> {
  const reader = new JsonReader(utf8, file);
  await inTurns(reader.read(), (bytes) => onProgress(reader.records, bytes));
  onProgress(reader.records, utf8.length);
  return reader.finish();
}

class JsonReader {
  readonly #utf8: StoredBytes;
  readonly #file: string;
  readonly #tokens: JsonTokens;
  readonly #record: JsonRecord;
  readonly #rows: RowBuilder;
  /** What the objects are that stand alone or in a bare list. */
  #kind: 'users' | 'pages' | null = null;
  #next: string | null = null;
  #total: number | null = null;
  #turn = TURN;

  constructor(utf8: StoredBytes, file: string) {
    this.#utf8 = utf8;
    this.#file = file;
    this.#tokens = new JsonTokens(utf8, file);
    this.#record = new JsonRecord(this.#tokens);
    this.#rows = new RowBuilder(file);
  }

  get records(): number {
    return this.#rows.records;
  }

  /** Yields the offset it has come to, now and then. */
  *read(): Generator<number> {
    let bareObjects = 0;
    let documents = 0;
    while (this.#tokens.next() !== TOKEN.end) {
      documents += 1;
      if (this.#tokens.token === TOKEN.openObject) bareObjects += 1;
      yield* this.#value(0);
    }
    if (documents === 1 && bareObjects === 1 && this.#kind === 'users') this.#checkLoneUser();
  }

  finish(): JsonTable {
    const isPaged = this.#kind === 'pages';
    return {
      ...this.#rows.finish(this.#tokens),
      paging: isPaged ? { next: this.#next, total: this.#total, records: this.#rows.records } : null,
    };
  }

  /** @param lists - how many lists are around the value that begins at the current token */
  *#value(lists: number): Generator<number> {
    if (this.#tokens.token === TOKEN.openObject) yield* this.#object();
    else if (this.#tokens.token === TOKEN.openArray && lists < MAX_LISTS) {
      for (const _ of elements(this.#tokens)) yield* this.#value(lists + 1);
    } else this.#rejectOther();
    if (this.#isTurnOver()) yield this.#tokens.end;
  }

  /** A user or a page. */
  *#object(): Generator<number> {
    const mark = this.#tokens.mark();
    if (this.#record.read(SUSPECTS)) {
      this.#expect('users', mark.start);
      this.#take();
      return;
    }
    const isOrganisations = this.#tokens.key() === ORGANISATIONS;
    this.#tokens.rewind(mark);
    if (isOrganisations && (yield* this.#organisations())) {
      this.#expect('pages', mark.start);
      return;
    }
    this.#tokens.rewind(mark);
    const outline = outlinePage(this.#tokens);
    const choice = choose(outline);
    if (choice.kind === 'unclear') throw this.#unclear(choice.why, mark.start);
    this.#expect(choice.kind === 'page' ? 'pages' : 'users', mark.start);
    if (choice.kind === 'page') {
      yield* this.#page(outline, choice.list);
    } else {
      this.#tokens.rewind(mark);
      this.#record.read();
      this.#take();
    }
  }

  *#page({ next, total }: PageOutline, list: PageList | null): Generator<number> {
    if (list === null && total !== 0) {
      throw this.#unclear('it is a page, and there is no list in it under a name that is known', this.#tokens.start);
    }
    this.#next = next;
    if (total !== null) this.#total = Math.max(this.#total ?? 0, total);
    if (list === null) return;
    const end = this.#tokens.mark();
    this.#tokens.rewind(list.mark);
    yield* this.#users();
    this.#tokens.rewind(end);
  }

  /** The human users of every organisation; machines, grants and the like stand in other lists. */
  *#organisations(): Generator<number, boolean> {
    let isFound = false;
    for (const _ of members(this.#tokens)) {
      const key = this.#tokens.key();
      if (key !== ORGANISATIONS && SUSPECTS.has(key))
        throw this.#unclear(`besides "${ORGANISATIONS}" there is "${key}"`, 0);
      if (key !== ORGANISATIONS || !this.#opens(TOKEN.openObject)) skipValue(this.#tokens);
      else {
        isFound = true;
        for (const __ of members(this.#tokens)) {
          if (this.#tokens.key() !== 'orgs' || !this.#opens(TOKEN.openArray)) skipValue(this.#tokens);
          else for (const ___ of elements(this.#tokens)) yield* this.#organisation();
        }
      }
    }
    return isFound;
  }

  *#organisation(): Generator<number> {
    if (this.#tokens.token !== TOKEN.openObject) return this.#rejectOther();
    for (const _ of members(this.#tokens)) {
      if (this.#tokens.key() !== 'humanUsers' || !this.#opens(TOKEN.openArray)) skipValue(this.#tokens);
      else yield* this.#users();
    }
  }

  #opens(token: number): boolean {
    return this.#tokens.token === token;
  }

  *#users(): Generator<number> {
    for (const _ of elements(this.#tokens)) {
      if (this.#tokens.token === TOKEN.openObject) {
        this.#record.read();
        this.#take();
      } else this.#rejectOther();
      if (this.#isTurnOver()) yield this.#tokens.end;
    }
  }

  #isTurnOver(): boolean {
    const isOver = this.#tokens.end >= this.#turn;
    if (isOver) this.#turn = this.#tokens.end + TURN;
    return isOver;
  }

  #take(): void {
    const { fault, slots, values } = this.#record;
    const number = this.#rows.records + 1;
    if (fault === null) this.#rows.add(slots, values, number, number);
    else this.#rows.reject(number, number, fault);
  }

  #rejectOther(): void {
    const what = this.#describe();
    skipValue(this.#tokens);
    const number = this.#rows.records + 1;
    this.#rows.reject(number, number, `it is ${what}, not an object with the properties of a user`);
  }

  #describe(): string {
    if (this.#tokens.token === TOKEN.null) return 'null';
    return isScalar(this.#tokens) ? 'a single value' : 'a list';
  }

  /** A user among pages may be the message of an error that came in place of a page; a page among users hides people. */
  #expect(kind: 'users' | 'pages', start: number): void {
    if (this.#kind !== null && this.#kind !== kind) {
      throw this.#unclear('some of its objects are pages with a list of users, and this one is not like them', start);
    }
    this.#kind = kind;
  }

  /** One object that has nothing of a user may be a list that is kept under a name which nobody knows. */
  #checkLoneUser(): void {
    if (this.#record.hasAny(OF_A_PERSON)) return;
    if (this.#record.hasObjects || this.#record.hasAny(['error', 'errors', 'errorCode', 'Error'])) {
      throw this.#unclear('it is one object, which looks neither like a user nor like a page with a list of users', 0);
    }
  }

  #unclear(why: string, start: number): PreflightError {
    return new PreflightError(
      'ERR_INPUT_JSON',
      `It is not clear where in this JSON the users are: ${why}. Export the users alone, as a list.`,
      { file: this.#file, line: lineAt(this.#utf8, start) },
    );
  }
}
