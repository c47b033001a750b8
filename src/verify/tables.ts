import type { UserTable } from '../model/user-table.ts';

/** The lists of after the switch, as tables. */
export interface VerifiedTables {
  /** The member list of the service provider. */
  readonly app: UserTable | null;
  /** Its SCIM directory. */
  readonly scim: UserTable | null;
  /** The export of the new IdP that the baseline was made from, for its groups. */
  readonly next: UserTable | null;
  /** Rows of the member list that say of their account that nobody may use it; left out where it does not tell. */
  readonly suspended?: ReadonlySet<number>;
}
