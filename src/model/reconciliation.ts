import type { Finding, Severity } from './finding.ts';
import type { InputSummary } from './input.ts';
import type { Outcome, Person } from './person.ts';

/** What provisions accounts after the switch. */
export const MODES = ['scim', 'jit', 'manual'] as const;
export type Mode = (typeof MODES)[number];

/** Counts over everyone; findings of people and inputs together. */
export interface Summary {
  readonly users: Readonly<Record<'old' | 'new' | 'app', number>>;
  readonly active: Readonly<Record<'old' | 'new' | 'app', number>>;
  readonly paired: number;
  /** Pairs whose only evidence is the email: no id, no agreeing name. */
  readonly pairedByEmailAlone: number;
  readonly owners: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Kinds that occur. */
  readonly findings: Readonly<Record<string, number>>;
  readonly severities: Readonly<Record<Severity, number>>;
}

/** Everyone of both sides, what will happen to them, and why. Made once, read by every reporter and the gate. */
export interface Reconciliation {
  readonly serviceProvider: string;
  readonly mode: Mode;
  readonly compare: string;
  readonly inputs: readonly InputSummary[];
  readonly inputFindings: readonly Finding[];
  readonly summary: Summary;
  /** Everyone, worst outcome first, then by old file and line, then by new file and line. */
  readonly people: readonly Person[];
}

/** Why the gate is closed: an outcome or a finding kind, and how many people or findings it counts. */
export interface GateReason {
  readonly code: string;
  readonly count: number;
  readonly message: string;
}

export interface GateVerdict {
  readonly status: 'open' | 'closed';
  readonly reasons: readonly GateReason[];
}
