import type { InputSummary, MapKey } from '../../model/input.ts';

/**
 * A column by its `headerKey`. `a|b` is, for each record, the first of the columns that has a value, and
 * `emails#value` is every column with a number in that place: the entries of a list.
 */
export type ColumnName = string;

/** Which entries of a numbered list count. */
export interface Entries {
  /** How a report calls what is picked. */
  readonly title: string;
  /** Best first: `primary` is so marked, `work` of that type, empty of no type, `*` of any type but `except`. */
  readonly kinds: readonly string[];
  readonly except?: readonly string[];
  /** Which of them count where all are meant and not the best; default the same. */
  readonly inLists?: Pick<Entries, 'kinds' | 'except'>;
}

/** What an exporting program puts around the values of cells, so that a spreadsheet takes them for text. */
export interface CellWrapping {
  /** Of a cell that is wrapped; its first group is the value. */
  readonly pattern: RegExp;
  /**
   * A column that is always wrapped where the program wraps at all: only records in which it is are unwrapped. Where the
   * file lacks it, only columns in which every value is wrapped.
   */
  readonly anchor?: ColumnName;
}

/** What is known of a format and of who exports it, for people. */
export interface ProfileFacts {
  /** What the vendor sends at sign-in unless it is told otherwise. */
  readonly sso: string;
  /** What the vendor pushes as SCIM `userName` unless it is told otherwise; null where it pushes nothing. */
  readonly scimUserName: string | null;
  /** What the vendor pushes as SCIM email unless it is told otherwise; null where it pushes nothing. */
  readonly scimEmail: string | null;
  /** Where these defaults are documented, or that they are not confirmed. */
  readonly defaultsSource: string;
  /** What may not be concluded from a column that is not there. */
  readonly absent: string;
}

/** How one export format is read as users. Columns are in order of preference. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** The identity provider that exports it, in words; left out where several do. */
  readonly provider?: string;
  /** Where the header is documented, and what of it has not been seen. */
  readonly source: string;
  /** Columns that together identify the format, `a|b` being any of the two; none for the fallback. */
  readonly detect: readonly ColumnName[];
  /** Columns that identify other header rows of the same format. */
  readonly detectAlso?: readonly (readonly ColumnName[])[];
  /** Its columns are so usual that any other format that fits is preferred, and that those of any table are read. */
  readonly isUsual?: true;
  /** The format is a service provider's own list of members. */
  readonly side?: 'app';
  /** The one format of file that is recognised as this; default any. */
  readonly format?: InputSummary['format'];
  readonly columns: Readonly<Partial<Record<MapKey, readonly ColumnName[]>>>;
  /** What is read from its own columns alone: those of the usual names hold something else here. */
  readonly onlyOwn?: readonly MapKey[];
  /** Keys of headers in other languages, by which English key each is known here. */
  readonly otherNames?: Readonly<Record<string, ColumnName>>;
  /** The list of proxy addresses is known by what is in it where no header is known for it. */
  readonly findsProxyAddresses?: true;
  /** By the name of their column; all entries of a list count that is not named. */
  readonly entries?: Readonly<Record<ColumnName, Entries>>;
  /** What to do where the format may come without an email. */
  readonly withoutEmail?: string;
  /** Of a format that has no email at all: the columns that are taken in its place, and what to export instead. */
  readonly standIn?: { readonly columns: readonly ColumnName[]; readonly advice: string };
  /** What the exporting program put around values, which is taken off again. */
  readonly wrapping?: CellWrapping;
  /** A column that holds what ought to stand in columns of its own: the file is refused, and it is said why. */
  readonly refuses?: { readonly column: ColumnName; readonly why: string };
  /** A person has a record for each value of this column, such as each of their groups. */
  readonly recordFor?: ColumnName;
  /** Given and family name, preferred to `columns.name` where both are filled. */
  readonly givenName: readonly ColumnName[];
  readonly familyName: readonly ColumnName[];
  /** Columns that may be what is really sent, where the user has not said. */
  readonly plausible: readonly ColumnName[];
  /**
   * What words of status mean here, by column, in lower case with `_` for spaces, where it is not what they usually mean.
   * In a service provider's own list `inactive` is a row that is no account.
   */
  readonly statusWords?: Readonly<Record<ColumnName, Readonly<Record<string, 'active' | 'inactive'>>>>;
  /** An empty status is not known, even where a column asks who is not active. */
  readonly emptyStatusIsUnknown?: true;
  /** Whoever is inactive by one status column is inactive, whatever the others say. */
  readonly anyStatusDeactivates?: true;
  /** Whoever has such a value in such a column is no person: a room, a device, an account of the directory's own. */
  readonly notPeople?: readonly { readonly column: string; readonly pattern: RegExp }[];
  /**
   * A column of object classes: whoever is of one of `others`, or of none of `people` and one of `things`, is no person.
   * Of a class that nobody knows they may be one.
   */
  readonly classes?: {
    readonly column: string;
    readonly people: readonly string[];
    readonly others: readonly string[];
    readonly things: readonly string[];
  };
}
