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

/** How one export format is read as users. Columns are in order of preference. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** The identity provider that exports it, in words; left out where several do. */
  readonly provider?: string;
  /** Where the header is documented, and what of it has not been seen. */
  readonly source: string;
  /** Columns that together identify the format, `a|b` being any of the two; none for the fallback. */
  readonly detect: readonly string[];
  /** The one format of file that is recognised as this; default any. */
  readonly format?: InputSummary['format'];
  readonly columns: Readonly<Partial<Record<MapKey, readonly ColumnName[]>>>;
  /** By the name of their column; all entries of a list count that is not named. */
  readonly entries?: Readonly<Record<ColumnName, Entries>>;
  /** What to do where the format may come without an email. */
  readonly withoutEmail?: string;
  /** Given and family name, preferred to `columns.name` where both are filled. */
  readonly givenName: readonly ColumnName[];
  readonly familyName: readonly ColumnName[];
  /** Columns that may be what is really sent, where the user has not said. */
  readonly plausible: readonly ColumnName[];
  /** What words of status mean here, in lower case with `_` for spaces, where it is not what they usually mean. */
  readonly statusWords?: Readonly<Record<string, 'active' | 'inactive'>>;
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
