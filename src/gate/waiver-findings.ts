import type { Finding } from '../model/finding.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import { UnusedReasons } from './unused-reasons.ts';
import type { WaiverRule } from './waiver-rule.ts';

/** What is wrong with one waiver. */
export interface WaiverFault {
  readonly rule: WaiverRule;
  /** In words that follow its name. */
  readonly why: string;
  /** A warning that says so. */
  readonly finding: Finding;
}

type Draft = Pick<Finding, 'kind' | 'remedy'> & Pick<WaiverFault, 'why'>;

/**
 * What is wrong with the waivers themselves.
 *
 * @param world - what they were applied to, with their marks
 */
export function waiverFaults(
  rules: readonly WaiverRule[],
  world: Pick<Reconciliation, 'people' | 'inputs' | 'inputFindings'>,
): WaiverFault[] {
  const reasons = new UnusedReasons(world);
  return rules.flatMap((rule) => {
    const draft = draftOf(rule, reasons);
    if (draft === null) return [];
    const { why, ...rest } = draft;
    const message = `The waiver “${rule.mark.id}” (${rule.mark.reason}; ${rule.owner}) ${why}.`;
    return [{ rule, why, finding: { ...rest, severity: 'warning' as const, message } }];
  });
}

function draftOf(rule: WaiverRule, reasons: UnusedReasons): Draft | null {
  const { mark, owner, isExpired, isTooBroad } = rule;
  if (isExpired) {
    return {
      kind: 'waiver-expired',
      why: `held until ${mark.expires}, and is not applied`,
      remedy: `Look again at what it waived. If it still may be so, have ${owner} set a later day; if not, take it out.`,
    };
  }
  if (isTooBroad) {
    return {
      kind: 'waiver-over-broad',
      why: 'is about nobody in particular, and is not applied where it is not',
      remedy:
        'Name whom it is about with "person" or "pattern", or with "file" what is wrong with an export; whoever takes over an account or is unverified by an address or id that none of the others has.',
    };
  }
  const unused = reasons.of(rule);
  if (unused.length === 0) return null;
  return {
    kind: 'waiver-unused',
    why: `waived nothing${rule.applied === 0 ? ':' : ' of'} ${unused.join(', ')}`,
    remedy:
      'Take out what nobody needs, or correct it: an address, a user name or an id exactly as an export has it, a file as it was named.',
  };
}
