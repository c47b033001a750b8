import * as z from 'zod/mini';
import { SEVERITIES, type Severity } from './finding.ts';
import { OUTCOMES, type Outcome } from './person.ts';

/**
 * What somebody has looked at and takes responsibility for: findings and outcomes that no longer close the gate. It
 * stays in every report, marked.
 */
export interface Waiver {
  /** What reports call it; left out: `waiver-1`, `waiver-2`, … by its place. */
  readonly id?: string | undefined;
  /** The kinds of findings that are waived, of `FindingKind`. A waiver names a kind, an outcome, or both. */
  readonly kind?: string | readonly string[] | undefined;
  /** The outcomes that are waived. An outcome closes the gate besides the findings that say why: waive both. */
  readonly outcome?: Outcome | readonly Outcome[] | undefined;
  /**
   * Whom it is about: an address or user name exactly as an export has it, or an id as `employee-id:00123`,
   * `external-id:…`, `immutable-id:…`. Whoever takes over an account or is unverified is waived by a name that none of
   * the others has.
   */
  readonly person?: string | readonly string[] | undefined;
  /**
   * Whom it is about by a glob (`*`, `?`) over addresses and user names; letter case does not matter. One of nothing but
   * wildcards is about nobody in particular, and none may waive `account-takeover` or `unverified`.
   */
  readonly pattern?: string | readonly string[] | undefined;
  /** Which file a finding has to be about, as it was named. Alone, it is about the export, and about none of its people. */
  readonly file?: string | undefined;
  /** The line of that file, 1-based. */
  readonly line?: number | undefined;
  /** Why it may be so. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
}

/** What a percentage of a budget is of, people or accounts of today. */
export const BUDGET_POPULATIONS = [
  /** People who own an account today, accounts that nobody claims among them. */
  'owners',
  /** Active users of the old IdP. */
  'old',
  /** Active users of the new IdP. */
  'new',
  /** Accounts on the service provider's own list; none where it was not given. */
  'app',
] as const;
/** What a percentage of a budget is of. */
export type BudgetPopulation = (typeof BUDGET_POPULATIONS)[number];

/**
 * How many people an outcome may happen to. Of `duplicate-account`, `sign-in-blocked` and `loses-access`: up to so many
 * who own an account, and of whom no waiver has taken all of it, do not close the gate; with one more, all of them do.
 * Inside of it their outcome is marked as waived, and with it the findings that say why it happens, but none that doubts
 * who somebody is or whether an input is sound. Of `new-account` and `not-provisioned`, which close no gate by themselves: a
 * ceiling that closes it once it is exceeded. No other outcome has a budget.
 */
export interface Budget {
  /** What reports call it; left out: `budget-` and its outcome. */
  readonly id?: string | undefined;
  /** Each outcome has one budget. */
  readonly outcome: Outcome;
  /** How many people, from 0 on. A budget says `count` or `percent`. */
  readonly count?: number | undefined;
  /** More than 0, at most 100, at most two decimals; people are rounded down. It needs `of` and `minimumPopulation`. */
  readonly percent?: number | undefined;
  /** What `percent` is of. */
  readonly of?: BudgetPopulation | undefined;
  /** Where `of` are fewer than that, the budget allows nobody: a percentage of a few says nothing. From 1 on. */
  readonly minimumPopulation?: number | undefined;
  /** Why it may be so. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD` in UTC. Afterwards it allows nobody; so does a ceiling. */
  readonly expires: string;
}

/** The percentage that `coverage-low` asks for where no policy says another. */
export const USUAL_COVERAGE = 80;

/** What a policy may require to be there. */
export const REQUIREMENTS = [
  /** The service provider's own member list. */
  'app',
  /** A crosswalk, of which at least one decision took effect. */
  'crosswalk',
  /** Every email column that counts in the mode was named by a human. */
  'confirmed-mapping',
  /** Every export of the old IdP has a SCIM email of its own. */
  'old-scim',
  /** Every export of the old IdP has a column that says who is active. */
  'old-status',
  /** Every export of the new IdP has a column that says who is active. */
  'new-status',
] as const;
/** What a policy may require to be there. */
export type Requirement = (typeof REQUIREMENTS)[number];

/** What the organisation decided about the gate. */
export interface GatePolicy {
  /** Severities by kind of finding, in place of the usual ones. Outcomes close the gate all the same. */
  readonly severities?: { readonly [kind in string]?: Severity } | undefined;
  /** What is waived. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** How many people an outcome may happen to. */
  readonly budgets?: readonly Budget[] | undefined;
  /** Which share `coverage-low` asks for: a whole number of percent, 1 to 100, in place of 80. */
  readonly coverage?: { readonly threshold: number } | undefined;
  /** What has to be there: the gate is closed where it is missing. */
  readonly require?: readonly Requirement[] | undefined;
  /** The domains that are verified with the app, such as `example.com`: another one that is new is an error. */
  readonly verifiedDomains?: readonly string[] | undefined;
  /** The time, as ISO 8601 in UTC (`2026-12-31T12:00:00Z`): waivers and budgets expire. Left out, all of them have. */
  readonly now?: string | undefined;
}

const filled = z.string().check(z.regex(/\S/));
/** What is given once or as a list. */
export const oneOrMore = <T extends z.ZodMiniType>(item: T) => z.union([item, z.array(item).check(z.minLength(1))]);

/** A day that there is. */
const day = z.iso.date();

export const waiverSchema = z.strictObject({
  id: z.optional(filled),
  kind: z.optional(oneOrMore(filled)),
  outcome: z.optional(oneOrMore(z.enum(OUTCOMES))),
  person: z.optional(oneOrMore(filled)),
  pattern: z.optional(oneOrMore(filled)),
  file: z.optional(filled),
  line: z.optional(z.int().check(z.positive())),
  reason: filled,
  owner: filled,
  expires: day,
});

const wholeNumber = z.int().check(z.nonnegative());
/** What a budget is under the same name in a policy and in a config. */
export const budgetShape = {
  id: z.optional(filled),
  // Which of them may have one is told with the reason.
  outcome: z.enum(OUTCOMES),
  count: z.optional(wholeNumber),
  percent: z.optional(z.number().check(z.positive(), z.lte(100))),
  of: z.optional(z.enum(BUDGET_POPULATIONS)),
  reason: filled,
  owner: filled,
  expires: day,
};
export const minimumPopulationSchema = z.optional(z.int().check(z.positive()));
export const coverageSchema = z.optional(z.strictObject({ threshold: z.int().check(z.positive(), z.lte(100)) }));
export const requireSchema = z.optional(z.array(z.enum(REQUIREMENTS)).check(z.minLength(1)));
/** What is a domain is checked, and told, with the rest of a policy. */
export const verifiedDomainsSchema = z.optional(z.array(filled).check(z.minLength(1)));

export const gatePolicySchema = z.strictObject({
  severities: z.optional(z.record(z.string(), z.enum(SEVERITIES))),
  waivers: z.optional(z.array(waiverSchema)),
  budgets: z.optional(z.array(z.strictObject({ ...budgetShape, minimumPopulation: minimumPopulationSchema }))),
  coverage: coverageSchema,
  require: requireSchema,
  verifiedDomains: verifiedDomainsSchema,
  now: z.optional(z.iso.datetime()),
});
