import type { FindingKind } from '../findings/index.ts';
import type { Outcome } from '../model/person.ts';
import type { VerificationKind } from '../verify/findings/index.ts';

/** What can be explained. `account-takeover` is both a finding and an outcome. */
export type Topic = FindingKind | Outcome | VerificationKind;

/** Where something arises, or is put right: an identity provider, or what is around it. */
export type Place =
  | 'any IdP'
  | 'Okta'
  | 'Entra ID'
  | 'Google Workspace'
  | 'Active Directory'
  | 'the app'
  | 'the export'
  | 'this check';

/** One sentence or more about one place. Backticks hold what is typed or read literally. */
export interface Advice {
  readonly where: Place;
  readonly how: string;
}

/** Two tiny exports, and what the report says of them; a test runs `check` on them. */
export interface Example {
  /** What to see in it, in a sentence. */
  readonly shows: string;
  /** Lines of a CSV file. */
  readonly old: readonly string[];
  readonly new: readonly string[];
  /** The app's own list. */
  readonly app?: readonly string[];
  /** Lines of a config in YAML, without what it says of files and columns. */
  readonly config?: readonly string[];
  /** The new file is a workbook with these two sheets, of which `lines` are the second. */
  readonly sheets?: { readonly new: string; readonly further: string; readonly lines: readonly string[] };
  /** What humans decided, as a CSV file. */
  readonly crosswalk?: readonly string[];
  /** People who are the same on both sides and are not worth showing, by how many of them a side has. */
  readonly more?: { readonly old: number; readonly new: number };
  /** What the command line says besides the files; `EXAMPLE_OPTIONS` where it is left out. */
  readonly options?: string;
  /** Lines of the text report, less its first indentation; an empty one stands where lines are left out. */
  readonly report: readonly string[];
}

/** The columns of most examples. */
export const EXAMPLE_OPTIONS = '--old-map sso=sso --old-map scim=scim --new-map sso=sso --new-map scim=scim';

/** All that is said about one kind of finding, or one outcome. */
export interface Explanation {
  /** For a list: no more than half a line of a terminal. */
  readonly brief: string;
  /** What it means and when it is an error, a warning or an info; two to four sentences. */
  readonly meaning: readonly string[];
  readonly arises: readonly Advice[];
  readonly fix: readonly Advice[];
  /** Null for what `check` does not say: what is found after the switch. */
  readonly example: Example | null;
  readonly seeAlso: readonly Topic[];
}
