import type { LoadUsersOptions, Side, UserRecord } from '../../../src/node.ts';

/** What is to be read from a fixture, by its own README. */
export interface Export {
  readonly file: string;
  /** Default new. */
  readonly side?: Side;
  /** Default csv. */
  readonly format?: string;
  readonly encoding: string;
  /** Null in JSON and LDIF. */
  readonly delimiter: string | null;
  readonly users: number;
  /** Records that are nobody. */
  readonly notPeople?: number;
  /** Records of somebody who has one already. */
  readonly again?: number;
  /** What its columns are read as, as far as it is not plain. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly map?: NonNullable<LoadUsersOptions['map']>;
  /** Some users by the line they start in: sso, username, name, employee id, active. */
  readonly people: Readonly<
    Record<number, readonly [string | null, string | null, string | null, string | null, boolean]>
  >;
  /** What else is known of some of them. */
  readonly more?: Readonly<Record<number, Pick<UserRecord, 'ids' | 'aliases' | 'groups'>>>;
}
