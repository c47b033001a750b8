import type { Finding, Severity } from './finding.ts';
import type { InputSummary } from './input.ts';
import type { Outcome } from './person.ts';
import type { GateReason, Mode } from './reconciliation.ts';
import type { User } from './user.ts';
import type { WaiverMark } from './waiver-mark.ts';

/** What became of somebody's account, by the member list after the switch; worst first. */
export const ACCOUNT_RESULTS = [
  /** There are two or more accounts of theirs. */
  'duplicated',
  /** Their account is gone, and another one of theirs is there. */
  'replaced',
  /** Their account is gone, which was not predicted. */
  'vanished',
  /** They were to get an account, and it is not there. */
  'missing',
  /** There is an account that nobody predicted. */
  'unexpected',
  /** Their account is there, as before. */
  'stayed',
  /** They got an account, as predicted. */
  'appeared',
  /** Their account is gone, as predicted. */
  'gone',
  /** No account, and none predicted. */
  'none',
] as const;
/** What became of somebody's account, by the member list after the switch; worst first. */
export type AccountResult = (typeof ACCOUNT_RESULTS)[number];

/** Whether somebody arrived in the SCIM directory of the service provider; worst first. */
export const SYNC_RESULTS = [
  /** Two or more users of theirs arrived. */
  'twice',
  /** They were expected, and nobody like them arrived. */
  'missing',
  /** They were expected, and are there, but not active. */
  'inactive',
  /** They arrived under another address than predicted. */
  'otherwise',
  /** Somebody arrived whom nobody expected. */
  'unexpected',
  /** They arrived, as predicted. */
  'arrived',
  /** Nobody expected them, and they did not arrive. */
  'none',
] as const;
/** Whether somebody arrived in the SCIM directory of the service provider; worst first. */
export type SyncResult = (typeof SYNC_RESULTS)[number];

/** One person of the baseline, or somebody whom nobody predicted, and what became of them. */
export interface VerifiedPerson {
  /** Their user of the old IdP, as the baseline has it; null for somebody whom nobody predicted. */
  readonly old: User | null;
  /** Their user of the new IdP, as the baseline has it. */
  readonly new: User | null;
  /** Their row of the member list before the switch, as the baseline has it. */
  readonly app: User | null;
  /** What was predicted; null for somebody whom nobody predicted. */
  readonly predicted: Outcome | null;
  /** Whether they owned an account before the switch. */
  readonly owner: boolean;
  /** What became of their account; null where no member list was given. */
  readonly account: AccountResult | null;
  /** Whether they arrived; null where no SCIM directory was given. */
  readonly sync: SyncResult | null;
  /** Their accounts on the member list after the switch. */
  readonly accounts: readonly User[];
  /** Their users in the SCIM directory, inactive ones too. */
  readonly synced: readonly User[];
  /** What was found about them. */
  readonly findings: readonly Finding[];
  /** The waiver of what was predicted, as the baseline has it. */
  readonly waiver?: WaiverMark;
}

/** The report that was verified against. */
export interface BaselineSummary {
  /** Which of its apps; null where it is about one. */
  readonly application: string | null;
  /** When it was made, as it says. */
  readonly createdAt: string;
  /** The version that made it. */
  readonly version: string;
  /** The service provider whose behaviour was predicted. */
  readonly serviceProvider: string;
  /** What provisions accounts. */
  readonly mode: Mode;
  /** How addresses are compared, here as there. */
  readonly compare: string;
  /** Whether the gate was open. */
  readonly gate: 'open' | 'closed';
  /** Whether it was made with the member list of that time. */
  readonly listed: boolean;
  /** Everybody whom it is about. */
  readonly people: number;
  /** Those of them that it does not hold, who had no account before and were to have none after. */
  readonly withheld: number;
}

/** What became of the rows of the lists, each counted once; both add up to `users` of their inputs. */
export interface VerifiedRows {
  /** Of the member list: rows of people of the baseline, rows that nobody predicted, and rows that are no account. */
  readonly app: { readonly ofPeople: number; readonly unexpected: number; readonly removed: number } | null;
  /** Of the SCIM directory: users of people of the baseline, users whom nobody predicted, inactive ones of nobody. */
  readonly scim: { readonly ofPeople: number; readonly unexpected: number; readonly inactive: number } | null;
}

/** Counts over everybody of the baseline that it holds, and everybody whom nobody predicted. */
export interface VerificationSummary {
  /** People of the baseline that it holds. */
  readonly people: number;
  /** People whom nobody predicted. */
  readonly strangers: number;
  /** People by what became of their account, strangers among them; they add up to both; null without a member list. */
  readonly accounts: Readonly<Record<AccountResult, number>> | null;
  /** People by whether they arrived; null without a SCIM directory. */
  readonly syncs: Readonly<Record<SyncResult, number>> | null;
  /** Rows of the lists. */
  readonly rows: VerifiedRows;
  /** People whose prediction is waived. */
  readonly waived: number;
  /** Findings by kind, of kinds that occur. */
  readonly findings: Readonly<Record<string, number>>;
  /** Findings by severity. */
  readonly severities: Readonly<Record<Severity, number>>;
}

/** What was predicted of a switch, held against what happened. */
export interface Verification {
  /** What the lists are of, as the user calls it; null where nobody said. */
  readonly organization: string | null;
  /** What was predicted. */
  readonly baseline: BaselineSummary;
  /** Whether what happened is what was predicted: whatever is not `verified` is not. */
  readonly verdict: { readonly status: 'verified' | 'not-verified'; readonly reasons: readonly GateReason[] };
  /** What was not looked at, a sentence each. */
  readonly notVerified: readonly string[];
  /** The lists after the switch; `new` is the SCIM directory. */
  readonly inputs: readonly InputSummary[];
  /** What was found about the lists and the baseline. */
  readonly inputFindings: readonly Finding[];
  /** Counts. */
  readonly summary: VerificationSummary;
  /** Everybody whom the baseline holds in its order, then whom nobody predicted. */
  readonly people: readonly VerifiedPerson[];
}
