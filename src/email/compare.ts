import { PreflightError } from '../errors.ts';
import type { Difference } from '../model/finding.ts';
import { unknownWord } from '../nearest.ts';
import { differenceOf } from './difference.ts';
import { splitAddress, toALabel } from './domain.ts';
import { nfkcLowerStrip } from './normal-form.ts';
import { trimWhiteSpace } from './white-space.ts';

/** What each policy compares in place of the value; two values are the same address where these are equal. */
const POLICIES = {
  /** Code point by code point, after decoding, before any trimming. */
  exact: (value: string): string => value,
  /** White_Space at both ends does not count. */
  trim: trimWhiteSpace,
  /** A to Z as a to z, and nothing else. */
  'ascii-ci': (value: string): string => value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  /** The domain as lower-case A-label; the local part as it stands. RFC 5321 section 2.4. */
  'domain-ci': domainFolded,
  /** `toLowerCase` in the root locale; never upper case, which would make ß equal to ss. */
  'unicode-lower': (value: string): string => value.toLowerCase(),
  /** NFKC, lower case, invisible characters removed, trimmed; repeated until stable. */
  'nfkc-lower-strip': nfkcLowerStrip,
} as const;

/**
 * How a service provider compares an address with the key of an account. Claude compares `exact`; the other policies
 * are those of service providers that fold before they compare.
 */
export type ComparePolicy = keyof typeof POLICIES;
/** Every compare policy, `exact` first. */
export const COMPARE_POLICIES = Object.keys(POLICIES) as readonly ComparePolicy[];

/** What became of comparing two addresses. */
export interface EmailComparison {
  /** Whether a service provider with this policy takes the two for one address. */
  readonly equal: boolean;
  /** How the code points differ; left out where they do not. */
  readonly difference?: Difference;
}

/**
 * The key a policy compares by.
 *
 * @throws PreflightError ERR_UNKNOWN_POLICY
 */
export function comparisonKey(policy: string): (value: string) => string {
  if (!Object.hasOwn(POLICIES, policy)) {
    throw new PreflightError('ERR_UNKNOWN_POLICY', unknownWord('compare policy', policy, COMPARE_POLICIES));
  }
  return POLICIES[policy as ComparePolicy];
}

/**
 * Compares two addresses as a service provider does: as they stand, without trimming or folding, unless the policy says
 * otherwise.
 *
 * @param old - what the old IdP sends, as decoded
 * @param next - what the new IdP will send, as decoded
 * @param policy - how the service provider compares; default `exact`
 * @returns whether the two are one address to it, and, whatever the policy says, how their code points differ
 * @throws PreflightError ERR_UNKNOWN_POLICY for a policy that is not known
 * @see RFC 5321 section 2.4: the local part is case-sensitive, and only its own host may say otherwise
 * @example
 * ```ts
 * import { compareEmails } from 'idp-preflight';
 *
 * const { equal, difference } = compareEmails('ann@example.com', 'Ann@example.com ');
 * console.log(equal, difference?.classes, difference?.new); // false [ 'case', 'whitespace' ] Ann@example.com␠
 * console.log(compareEmails('ann@example.com', 'Ann@example.com', 'ascii-ci').equal); // true
 * ```
 */
export function compareEmails(old: string, next: string, policy: ComparePolicy = 'exact'): EmailComparison {
  const key = comparisonKey(policy);
  const difference = differenceOf(old, next);
  const equal = key(old) === key(next);
  return difference === undefined ? { equal } : { equal, difference };
}

function domainFolded(address: string): string {
  const halves = splitAddress(address);
  return halves === null ? address : `${halves.local}@${toALabel(halves.domain)}`;
}
