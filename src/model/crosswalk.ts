import * as z from 'zod/mini';
import type { IdKind } from './user.ts';

/** What a human can say of two records; nothing yet, where `decision` is left out. */
export const DECISIONS = [
  /** They are one person and to be linked, whatever else speaks for or against it. */
  'same',
  /** They are not to be linked, whatever pairs them: two people, or a record of one person that is no longer in use. */
  'different',
] as const;
/** What a human says of two records. */
export type Decision = (typeof DECISIONS)[number];

/** Who is meant, by what survives another export: ids and addresses, never a row. Values as the export has them. */
export interface PersonKey {
  /** SSO or SCIM email. */
  readonly email?: string | undefined;
  /** Login name. */
  readonly username?: string | undefined;
  /** Identifiers by kind; one that is found outweighs the addresses, which may have been corrected since. */
  readonly ids?: { readonly [kind in IdKind]?: string | undefined } | undefined;
  /** Full name at the time of the decision: nobody whose name has become another one is meant any more. */
  readonly name?: string | undefined;
}

/** One row of a crosswalk: a human's word on two records. */
export interface CrosswalkDecision {
  /** Left out: both records are named, and nothing is decided yet. */
  readonly decision?: Decision | undefined;
  /** A user of the old IdP. */
  readonly old?: PersonKey | undefined;
  /** A user of the new IdP. */
  readonly new?: PersonKey | undefined;
  /** The address of an account on the service provider's own list; then one of `old` and `new`. */
  readonly app?: string | undefined;
  /** Which app the account is at, where several are checked at once. */
  readonly application?: string | undefined;
  /** Why, for whoever reads it later. */
  readonly note?: string | undefined;
  /** Where it was written. */
  readonly file?: string | undefined;
  /** Physical line in that file, 1-based; left out: its number in the list. */
  readonly line?: number | undefined;
}

const text = z.optional(z.string());
const personKeySchema = z.strictObject({
  email: text,
  username: text,
  ids: z.optional(z.strictObject({ 'employee-id': text, 'immutable-id': text, 'external-id': text })),
  name: text,
});

/** Checks one decision as it arrives from a caller. */
export const crosswalkDecisionSchema = z.strictObject({
  decision: z.optional(z.enum(DECISIONS)),
  old: z.optional(personKeySchema),
  new: z.optional(personKeySchema),
  app: text,
  application: text,
  note: text,
  file: text,
  line: z.optional(z.int().check(z.positive())),
});
