/** An organisation before a switch, as the reference sees it, with a known truth: whose record is whose. */
export const ID_TIERS = ['employee-id', 'immutable-id', 'external-id'] as const;
export type IdKind = (typeof ID_TIERS)[number];
export type Ids = Record<IdKind, string | null>;

export interface RefUser {
  /** Unique in the organisation. */
  ref: string;
  /** The true human being. */
  person: string;
  side: 'old' | 'new';
  line: number;
  sso: string | null;
  scim: string | null;
  name: string | null;
  active: boolean;
  ids: Ids;
  aliases: string[];
  groups: string[];
}

/** A row of the service provider's own member list. */
export interface RefRow {
  ref: string;
  person: string;
  side: 'app';
  line: number;
  email: string;
  name: string | null;
  /** A removed row (false) is no account. */
  active: boolean;
}

/** What a human says of an old and a new user, by their refs; null: both are named, and nothing is said. */
export interface RefDecision {
  old: string;
  new: string;
  same: boolean | null;
}

export interface Organisation {
  old: RefUser[];
  new: RefUser[];
  /** null: the member list is not given. */
  app: RefRow[] | null;
  crosswalk?: RefDecision[];
}

export function emails(user: Pick<RefUser, 'sso' | 'scim'>): string[] {
  return [user.sso, user.scim].filter((value) => value !== null);
}

/** The rows that are accounts. */
export function accountRows(organisation: Organisation): RefRow[] {
  return (organisation.app ?? []).filter((row) => row.active);
}
