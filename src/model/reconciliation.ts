import type { Finding, Severity } from './finding.ts';
import type { InputSummary } from './input.ts';
import type { Outcome, Person } from './person.ts';
import type { GatePolicy, Requirement } from './policy.ts';
import type { Side } from './user.ts';

/** What provisions accounts after the switch. */
export const MODES = [
  /** SCIM pushes users ahead of sign-in, and SSO signs in to what it linked or made. */
  'scim',
  /** The first sign-in makes the account; no SCIM value is sent. */
  'jit',
  /** Nothing makes accounts; no SCIM value is sent. */
  'manual',
] as const;
/** What provisions accounts after the switch. */
export type Mode = (typeof MODES)[number];

/** Counts over everyone; findings of people and inputs together. */
export interface Summary {
  /** Users of each list. */
  readonly users: Readonly<Record<'old' | 'new' | 'app', number>>;
  /** Active users of each list; of `app`, the rows that are accounts. */
  readonly active: Readonly<Record<'old' | 'new' | 'app', number>>;
  /** Pairs of an old and a new user. */
  readonly paired: number;
  /** Pairs whose only evidence is the email: no id, no agreeing name. */
  readonly pairedByEmailAlone: number;
  /** People who own an account today, accounts that nobody claims among them. */
  readonly owners: number;
  /** People by outcome, all eight of them. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Findings by kind, of kinds that occur. */
  readonly findings: Readonly<Record<string, number>>;
  /** Findings by severity. */
  readonly severities: Readonly<Record<Severity, number>>;
}

/** How much of one list is found on the other: measured where there are 20 or more to measure by. */
export interface CoverageMeasure {
  /** The list that is not whole, where too few are found. */
  readonly side: Side;
  /** How many of them are found. */
  readonly found: number;
  /** Of how many. */
  readonly of: number;
  /** What `coverage-low` says of it where it is too little. */
  readonly message: string;
  /** What to do about it then. */
  readonly remedy: string;
}

/** A budget, and what became of it. */
export interface AppliedBudget {
  /** What reports call it. */
  readonly id: string;
  /** What may happen to so many people. */
  readonly outcome: Outcome;
  /** Why it may be so. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
  /** Whether it is a ceiling on what closes no gate by itself, and not a budget for what does. */
  readonly isCeiling: boolean;
  /** How many people it allows today. */
  readonly allowed: number;
  /** The same in words, with why, such as `allows 5 people (1 % of 540 account owners)`. */
  readonly allows: string;
  /** How many people it is about: more than are allowed close the gate. */
  readonly people: number;
  /** How many findings and outcomes it waived. */
  readonly applied: number;
  /** Why it was not applied; none where it was, or where it was exceeded. */
  readonly unapplied?: string;
}

/** What a policy did to a reconciliation. */
export interface AppliedPolicy {
  /** The policy itself, but for the time at which it was applied. */
  readonly given: Omit<GatePolicy, 'now'>;
  /** Kinds of which the policy made something less than an error, with how many errors that were. */
  readonly lowered: readonly { readonly kind: string; readonly to: Severity; readonly count: number }[];
  /** All its waivers, with how many findings and outcomes each waived, and why one was not applied, or not as it is written. */
  readonly waivers: readonly {
    readonly id: string;
    readonly reason: string;
    readonly owner: string;
    readonly expires: string;
    readonly applied: number;
    readonly unapplied?: string;
  }[];
  /** All its budgets and ceilings. */
  readonly budgets: readonly AppliedBudget[];
  /** What it says of coverage, and what would be an error if it did not. */
  readonly coverage?: { readonly threshold: number; readonly accepted: readonly CoverageMeasure[] };
  /** What it requires, and is missing, in words. */
  readonly missing: readonly { readonly requirement: Requirement; readonly message: string }[];
}

/** Everyone of both sides, what will happen to them, and why. Made once, read by every reporter and the gate. */
export interface Reconciliation {
  /** The service provider whose behaviour was predicted, one of `ServiceProviderId`. */
  readonly serviceProvider: string;
  /** What provisions accounts after the switch. */
  readonly mode: Mode;
  /** The compare policy that was applied, one of `ComparePolicy`. */
  readonly compare: string;
  /** The service provider's own compare policy, where another one was applied. */
  readonly ownCompare?: string;
  /** What has to be so of the service provider for the prediction to hold, where anything has. */
  readonly assumesOfProvider?: readonly string[];
  /** The files that the users were read from; none where a program made the records. */
  readonly inputs: readonly InputSummary[];
  /** What was found about the files, or about a list as a whole. */
  readonly inputFindings: readonly Finding[];
  /** Counts over everyone. */
  readonly summary: Summary;
  /** How much of one list is found on the other, whether or not it is too little. */
  readonly coverage: readonly CoverageMeasure[];
  /** Everyone, worst outcome first, then by old file and line, then by new file and line. */
  readonly people: readonly Person[];
  /** How many decisions of a crosswalk took effect, where any did. */
  readonly decisions?: number;
  /** What a policy did to it, where one was applied. */
  readonly policy?: AppliedPolicy;
}

/** Why the gate is closed, or what a human decided without which it would not be open. */
export interface GateReason {
  /**
   * Of a closed gate: an `Outcome`, a `FindingKind`, `budget` where one is exceeded, `required` where something is missing
   * that the policy requires, or `nobody` where nobody was compared. Of an open one: `waiver`, `budget`, `severity`,
   * `coverage`, `compare`, `crosswalk`, `out-of-scope`.
   */
  readonly code: string;
  /** How many people, findings or records it is about; of an exceeded budget, how many too many; of what is missing, 1. */
  readonly count: number;
  /** The reason in words, such as “2 people could not sign in”. */
  readonly message: string;
}

/** Whether the switch may go ahead. */
export interface GateVerdict {
  /** Whatever is not `open` is closed. */
  readonly status: 'open' | 'closed';
  /** Why the gate is closed; of an open gate, what was decided by humans rather than by the exports. */
  readonly reasons: readonly GateReason[];
}
