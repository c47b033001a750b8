import * as z from 'zod/mini';
import { type Finding, findingSchema } from './finding.ts';
import { type User, userSchema } from './user.ts';

/** What happens to one person at the switch; worst first, which is also the order of a report. */
export const OUTCOMES = [
  'unverified',
  'account-takeover',
  'keeps-account',
  'duplicate-account',
  'sign-in-blocked',
  'loses-access',
  'new-account',
  'not-provisioned',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an old and a new user are held to be one person. */
export interface Correlation {
  /** The strongest tier that paired them. */
  readonly tier: string;
  /** Everything that agrees: id kinds, `email-exact`, `email-normalized`, `name`. */
  readonly evidence: readonly string[];
}

/** A pair, or an unpaired or ambiguous user alone. */
export interface Person {
  readonly old: User | null;
  readonly new: User | null;
  readonly app: User | null;
  readonly correlation: Correlation | null;
  /** Whether the person owns an account today. */
  readonly owner: boolean;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

export const personSchema = z.strictObject({
  old: z.nullable(userSchema),
  new: z.nullable(userSchema),
  app: z.nullable(userSchema),
  correlation: z.nullable(z.strictObject({ tier: z.string(), evidence: z.array(z.string()) })),
  owner: z.boolean(),
  outcome: z.enum(OUTCOMES),
  findings: z.array(findingSchema),
});
