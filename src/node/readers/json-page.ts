import type { PreflightError } from '../../errors.ts';
import { type JsonMark, type JsonTokens, TOKEN } from './json-tokens.ts';
import { elements, isScalar, members, skipValue } from './json-walk.ts';
import { MAX_COLUMNS, tooLarge } from './limits.ts';

/** Properties that hold the users of a page: Graph, Google, AWS, JumpCloud, Zitadel, OneLogin, Duo, SCIM, PingOne. */
const LISTS = [
  'value',
  'users',
  'Users',
  'results',
  'result',
  '_embedded.users',
  'data',
  'response',
  'Resources',
  'members',
];

/** Properties that only a page has, whatever else is in it. */
const PAGE_ONLY = [
  '@odata.nextLink',
  'odata.nextLink',
  'nextPageToken',
  'NextToken',
  'totalResults',
  'itemsPerPage',
  'totalCount',
];

/** Properties that point to a further page, where they have a value. */
const NEXT = new Set([
  '@odata.nextLink',
  'odata.nextLink',
  'nextPageToken',
  'NextToken',
  'next',
  'pagination.next',
  'pagination.next_link',
  'pagination.after_cursor',
  'list_metadata.after',
  'metadata.next_offset',
  'response_metadata.next_cursor',
  '_links.next.href',
  'links.next',
  'has_more',
  'hasMore',
  'next_page',
  'nextPage',
  'next_cursor',
  'nextCursor',
  'pagination.next_page',
  'meta.next_page',
  'meta.next_cursor',
]);
const NO_NEXT = new Set(['', '0', 'false']);

/** Properties that say how many users all pages hold together. */
const TOTALS = new Set(['totalResults', 'totalCount', '@odata.count', 'details.totalResult']);

/** Properties that a person has and a page has not. */
export const OF_A_PERSON: ReadonlySet<string> = new Set([
  'email',
  'Email',
  'mail',
  'emails',
  'Emails',
  'primaryEmail',
  'userPrincipalName',
  'UserPrincipalName',
  'userName',
  'username',
  'UserName',
  'sAMAccountName',
  'login',
  'profile',
  'user_id',
  'userId',
  'UserId',
]);

const PAGE_ONLY_SET = new Set(PAGE_ONLY);
const LIST_PATHS = new Set(LISTS);

/** What an export of ZITADEL has its organisations under, each with its `humanUsers`. */
export const ORGANISATIONS = 'data_orgs';

/** An object without any of these is no page. */
export const SUSPECTS: ReadonlySet<string> = new Set([
  ORGANISATIONS,
  ...LISTS.map((path) => path.split('.')[0] ?? ''),
  ...PAGE_ONLY,
]);

/** Objects in which something of a page stands. */
const INNER = new Set(
  [...LISTS, ...NEXT, ...TOTALS].flatMap((path) =>
    path.startsWith('@') || path.startsWith('odata.')
      ? []
      : path.split('.').flatMap((_, depth, parts) => (depth > 0 ? [parts.slice(0, depth).join('.')] : [])),
  ),
);

/** A list under one of the known properties. */
export interface PageList {
  readonly path: string;
  readonly mark: JsonMark;
  readonly isEmpty: boolean;
  /** Some of its elements are objects. */
  readonly hasObjects: boolean;
}

/** What an object says of itself if it is a page. */
export interface PageOutline {
  readonly lists: readonly PageList[];
  readonly isPerson: boolean;
  readonly isPageOnly: boolean;
  /** The property that points to a further page, or null. */
  readonly next: string | null;
  /** How many users all pages hold together, or null. */
  readonly total: number | null;
  /** A property that stands twice, or null. */
  readonly repeated: string | null;
  /** A list of people under a name that is not known, or null. */
  readonly others: string | null;
}

/** Looks through the object that the current token opens for what makes it a page, and passes it. */
export function outlinePage(tokens: JsonTokens): PageOutline {
  const outline = new Outliner(tokens);
  outline.look('');
  return outline;
}

class Outliner implements PageOutline {
  readonly lists: PageList[] = [];
  isPerson = false;
  isPageOnly = false;
  next: string | null = null;
  total: number | null = null;
  repeated: string | null = null;
  others: string | null = null;
  readonly #tokens: JsonTokens;

  constructor(tokens: JsonTokens) {
    this.#tokens = tokens;
  }

  /** @param parent - path of the object, empty for the page itself */
  look(parent: string): void {
    const seen = new Set<string>();
    let count = 0;
    for (const _ of members(this.#tokens)) {
      count += 1;
      if (count > MAX_COLUMNS) throw this.#tooMany();
      const key = this.#tokens.key();
      if (seen.has(key)) this.repeated ??= key;
      seen.add(key);
      if (parent === '') {
        this.isPerson ||= OF_A_PERSON.has(key);
        this.isPageOnly ||= PAGE_ONLY_SET.has(key);
      }
      this.#member(parent === '' ? key : `${parent}.${key}`);
    }
  }

  #tooMany(): PreflightError {
    return tooLarge(
      `An object of this JSON has more than ${MAX_COLUMNS.toLocaleString('en')} properties, as neither a user nor a page of users has. Export the users as a list.`,
      this.#tokens.file,
      this.#tokens.line(),
    );
  }

  #member(path: string): void {
    const { token } = this.#tokens;
    if (token === TOKEN.openArray && LIST_PATHS.has(path)) this.#list(path);
    else if (token === TOKEN.openObject && INNER.has(path)) this.look(path);
    else if (token === TOKEN.openArray) this.#otherList(path);
    else if (isScalar(this.#tokens)) this.#scalar(path, this.#tokens.text());
    else skipValue(this.#tokens);
  }

  #list(path: string): void {
    const mark = this.#tokens.mark();
    let isEmpty = true;
    let hasObjects = false;
    for (const _ of elements(this.#tokens)) {
      isEmpty = false;
      hasObjects ||= this.#tokens.token === TOKEN.openObject;
      skipValue(this.#tokens);
    }
    this.lists.push({ path, mark, isEmpty, hasObjects });
  }

  /** People who stand under another name than the users: invited ones, say. They must not be passed over. */
  #otherList(path: string): void {
    for (const _ of elements(this.#tokens)) {
      if (this.#tokens.token !== TOKEN.openObject) skipValue(this.#tokens);
      else {
        for (const __ of members(this.#tokens)) {
          if (OF_A_PERSON.has(this.#tokens.key())) this.others ??= path;
          skipValue(this.#tokens);
        }
      }
    }
  }

  #scalar(path: string, value: string): void {
    if (NEXT.has(path) && !NO_NEXT.has(value)) this.next ??= path;
    if (TOTALS.has(path) && /^\d{1,15}$/.test(value)) this.total = Math.max(this.total ?? 0, Number(value));
  }
}

/** The list of a page that holds its users, null where it has none, or why it cannot be told. */
export type PageChoice =
  | { readonly kind: 'page'; readonly list: PageList | null }
  | { readonly kind: 'user' }
  | { readonly kind: 'unclear'; readonly why: string };

/** Decides whether an object is a page or a user, and where in it the users are. */
export function choose({ lists, isPerson, isPageOnly, repeated, others }: PageOutline): PageChoice {
  const withObjects = lists.filter((list) => list.hasObjects);
  const filled = lists.filter((list) => !list.isEmpty);
  const [list = null, other] = withObjects.length > 0 ? withObjects : filled;
  if (isPerson && withObjects.length === 0 && !isPageOnly) return { kind: 'user' };
  if (lists.length === 0 && !isPageOnly) return { kind: 'user' };
  if (isPerson) return { kind: 'unclear', why: 'it has properties of one user, and also of a list of users' };
  if (other !== undefined) return { kind: 'unclear', why: `its users may be in "${list?.path}" or in "${other.path}"` };
  if (others !== null) {
    return { kind: 'unclear', why: `besides its users there are people in "${others}", who would be passed over` };
  }
  if (repeated !== null) return { kind: 'unclear', why: `the property "${repeated}" stands twice in it` };
  return { kind: 'page', list: list ?? lists[0] ?? null };
}
