import * as z from 'zod/mini';
import { type Finding, findingSchema } from './finding.ts';
import { type User, userSchema } from './user.ts';
import { type WaiverMark, waiverMarkSchema } from './waiver-mark.ts';

/** What happens to one person at the switch; worst first, which is also the order of a report. */
export const OUTCOMES = [
  /** Cannot be told from somebody else, so nothing is known of them. Closes the gate. */
  'unverified',
  /** Would arrive at somebody else's account. Closes the gate. */
  'account-takeover',
  /** Signs in to their account, as before. */
  'keeps-account',
  /** Owns an account, and would get a second, empty one. Closes the gate. */
  'duplicate-account',
  /** Owns an account, has an active new user, and could not get in. Closes the gate. */
  'sign-in-blocked',
  /** Owns an account, and has no active new user. Closes the gate for an owner. */
  'loses-access',
  /** Owns no account today, and gets one. */
  'new-account',
  /** No account before, none after. */
  'not-provisioned',
] as const;
/** What happens to one person at the switch, worst first: the first that applies. */
export type Outcome = (typeof OUTCOMES)[number];

/** Why an old and a new user are held to be one person. */
export interface Correlation {
  /** The strongest tier that paired them. */
  readonly tier: string;
  /** Everything that agrees: id kinds; the closest of `email-exact`, `email-normalized`, `alias`, `local-part`; `name`. */
  readonly evidence: readonly string[];
}

/** What would happen to one person under each compare policy, each a `ComparePolicy`, whatever the report assumes. */
export interface Sensitivity {
  /** Policies under which they would get a second account: `duplicate-account`. */
  readonly duplicateUnder: readonly string[];
  /** Policies under which they would arrive at somebody else's account: `account-takeover`. */
  readonly takeoverUnder: readonly string[];
  /** Policies under which all is well: `keeps-account`, `new-account` or `not-provisioned`. */
  readonly harmlessUnder: readonly string[];
}

/**
 * A pair; an unpaired or ambiguous user alone; or an account that nobody claims. Whoever is affected by how the app
 * compares addresses, or gets a second account or somebody else's under any policy, says under which.
 */
export interface Person extends Partial<Sensitivity> {
  /** Their user of the old IdP. */
  readonly old: User | null;
  /** Their user of the new IdP. */
  readonly new: User | null;
  /** Their row of the service provider's own list, where it was given; the first of several. */
  readonly app: User | null;
  /** Why the two users are held to be one person; null for whoever is no pair. */
  readonly correlation: Correlation | null;
  /** Whether the person owns an account today. */
  readonly owner: boolean;
  /** What happens to them at the switch. */
  readonly outcome: Outcome;
  /** What was found about them. */
  readonly findings: readonly Finding[];
  /** The waiver that keeps their outcome from closing the gate. */
  readonly waiver?: WaiverMark;
}

export const personSchema = z.strictObject({
  old: z.nullable(userSchema),
  new: z.nullable(userSchema),
  app: z.nullable(userSchema),
  correlation: z.nullable(z.strictObject({ tier: z.string(), evidence: z.array(z.string()) })),
  owner: z.boolean(),
  outcome: z.enum(OUTCOMES),
  findings: z.array(findingSchema),
  duplicateUnder: z.optional(z.array(z.string())),
  takeoverUnder: z.optional(z.array(z.string())),
  harmlessUnder: z.optional(z.array(z.string())),
  waiver: z.optional(waiverMarkSchema),
});
