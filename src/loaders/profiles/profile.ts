import type { MapKey } from '../../model/input.ts';

/** How one export format is read as users. Columns are named by `headerKey`, in order of preference. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** Where the header is documented. */
  readonly source: string;
  /** Columns that together identify the format; empty for the fallback. */
  readonly detect: readonly string[];
  readonly columns: Readonly<Partial<Record<MapKey, readonly string[]>>>;
  /** Given and family name, preferred to `columns.name` where both are filled. */
  readonly givenName: readonly string[];
  readonly familyName: readonly string[];
  /** Columns that may be what is really sent, where the user has not said. */
  readonly plausible: readonly string[];
}
