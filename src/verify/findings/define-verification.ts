import { shown } from '../../email/shown.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import type { Outcome } from '../../model/person.ts';
import type { Mode } from '../../model/reconciliation.ts';
import type { User } from '../../model/user.ts';
import type { AccountResult, SyncResult } from '../../model/verification.ts';
import type { Baseline } from '../baseline.ts';
import type { Expectation, Key } from '../expectation.ts';

/** A finding without its kind, which its definition adds. */
export type Draft = Omit<Finding, 'kind'>;

/** One person as a detector sees them. */
export interface SeenPerson {
  /** Null for somebody whom nobody predicted. */
  readonly expectation: Expectation | null;
  readonly account: AccountResult | null;
  readonly sync: SyncResult | null;
  /** Their accounts: for each, the row that stands for it; one that they had before comes first. */
  readonly accounts: readonly User[];
  /** Their active users in the SCIM directory, one for each address. */
  readonly synced: readonly User[];
  /** Those who are not active. */
  readonly inactive: readonly User[];
  /** Whether they have accounts, and each is suspended. */
  readonly isSuspended: boolean;
  /** Groups that they should be in and are not. */
  readonly lostGroups: readonly string[];
}

/** What every detector sees besides. */
export interface VerificationEvidence {
  readonly mode: Mode;
  readonly key: Key;
  /** Whether the baseline was made with the member list of that time. */
  readonly isListed: boolean;
  /** Whether everybody whom SCIM was to push arrived as predicted; false where no directory was given. */
  readonly haveAllArrived: boolean;
  /** Whether the list before had rows that the baseline does not show: further accounts of people who have one. */
  readonly hasHiddenRows: boolean;
  /** Strangers who have the same full name as somebody. */
  strangersNamed(name: string | null): readonly User[];
  /** People of the baseline who own an account and have that full name. */
  ownersNamed(name: string | null): readonly User[];
  /** Users of anybody of the baseline who have that full name. */
  everybodyNamed(name: string | null): readonly User[];
}

interface Meta<Kind extends string> {
  readonly kind: Kind;
  /** What it is about, in a sentence for somebody who meets it for the first time. */
  readonly explanation: string;
  /** How severe it is at worst. */
  readonly worst: Severity;
}

/** A kind of finding about what happened to somebody. */
export interface VerificationFinding<Kind extends string = string> extends Meta<Kind> {
  detect(person: SeenPerson, evidence: VerificationEvidence): readonly Draft[];
}

/** A kind of finding about the report that is verified against. */
export interface BaselineFinding<Kind extends string = string> extends Meta<Kind> {
  detectIn(baseline: Pick<Baseline, 'gate'>): readonly Draft[];
}

/** Declares a kind about a person. It carries its own wording: nothing else switches on its kind. */
export function defineVerification<const Kind extends string>(
  definition: VerificationFinding<Kind>,
): VerificationFinding<Kind> {
  return definition;
}

/** Declares a kind about the baseline. */
export function defineBaselineVerification<const Kind extends string>(
  definition: BaselineFinding<Kind>,
): BaselineFinding<Kind> {
  return definition;
}

/** What a detector returns where there is nothing. */
export const NOTHING: readonly Draft[] = [];

/** Where a row stands, for a finding about it. */
export function placeOf(row: User | undefined): Pick<Draft, 'side' | 'file' | 'line'> {
  if (row === undefined) return {};
  const { side, file, line } = row;
  return { side, ...(file === null ? {} : { file }), line };
}

/** A value for a sentence. */
export function quoted(value: string | null): string {
  return value === null ? 'no address' : `“${shown(value)}”`;
}

/** An error, unless what was predicted is waived: then somebody has taken responsibility for it. */
export function unlessWaived({ expectation }: SeenPerson): Severity {
  return expectation?.person.waiver === undefined ? 'error' : 'info';
}

/**
 * Whether it was predicted that their account is taken from them: SCIM, once it is on again, deprovisions what no user
 * links to. Where no user is pushed in its place, nobody has predicted that they have none at all.
 */
export function isLossPredicted({ expectation }: SeenPerson, { mode, key }: VerificationEvidence): boolean {
  if (expectation === null || mode !== 'scim' || NOT_A_LOSS.has(expectation.person.outcome)) return false;
  const { pushed, before } = expectation;
  return pushed === null || !before.some((address) => key(address) === key(pushed));
}
const NOT_A_LOSS: ReadonlySet<Outcome> = new Set(['keeps-account', 'duplicate-account']);

/** Whether it was predicted that they have these accounts, and no others: the one from before, and one that is made. */
export function isSecondPredicted({ expectation }: SeenPerson, accounts: readonly User[], key: Key): boolean {
  if (expectation === null || expectation.person.outcome !== 'duplicate-account') return false;
  const { before, created } = expectation;
  const predicted = [...before, ...(created === null ? [] : [created])].map(key);
  return accounts.every(({ sso }) => sso !== null && predicted.includes(key(sso)));
}

/** Others who may be the same, where there are any. */
export function withOthers(others: readonly User[]): Pick<Draft, 'others'> {
  return others.length === 0 ? {} : { others: others.slice(0, MOST_OTHERS) };
}
const MOST_OTHERS = 20;

/** What is said of others with the same full name. */
export function namesakeWords(others: readonly User[], what: string): string {
  if (others.length === 0) return '';
  return ` The same full name is on ${what} that nobody predicted.`;
}
