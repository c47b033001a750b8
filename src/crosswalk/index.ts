// The crosswalk as a table: the doubts of a reconciliation as rows to fill in, and filled-in rows as decisions.
// May use: model, email, findings, reporters (cells), and how the matcher compares ids, names and addresses.
// May not: pair people, read or write files.
import { ID_KINDS } from '../model/user.ts';

/** What a human fills in. */
export const HUMAN_COLUMNS = ['decision', 'note'] as const;
/** What they decide on, in words; not read back. */
export const WORD_COLUMNS = [
  'why',
  'old person',
  'new person',
  'app account',
  'evidence',
  'candidates',
  'doubt',
] as const;
/** How a user is found again, after the side. */
export const KEY_COLUMNS = ['email', 'username', ...ID_KINDS, 'name'] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];
/** The address of an account on the service provider's list. */
export const APP_COLUMN = 'app email';

/** Which app that account is at, where several are checked at once. */
export const APPLICATION_COLUMN = 'application';

/** The header of a crosswalk, in order. */
export const CROSSWALK_HEADER: readonly string[] = [
  ...HUMAN_COLUMNS,
  ...WORD_COLUMNS,
  ...(['old', 'new'] as const).flatMap((side) => KEY_COLUMNS.map((column) => `${side} ${column}`)),
  APP_COLUMN,
  APPLICATION_COLUMN,
];
