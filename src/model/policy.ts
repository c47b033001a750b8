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

/** What the organisation decided about the gate. */
export interface GatePolicy {
  /** Severities by kind of finding, in place of the usual ones. Outcomes close the gate all the same. */
  readonly severities?: { readonly [kind in string]?: Severity } | undefined;
  /** What is waived. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** The time, as ISO 8601 in UTC (`2026-12-31T12:00:00Z`): waivers expire. Left out, all of them have. */
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

export const gatePolicySchema = z.strictObject({
  severities: z.optional(z.record(z.string(), z.enum(SEVERITIES))),
  waivers: z.optional(z.array(waiverSchema)),
  now: z.optional(z.iso.datetime()),
});
