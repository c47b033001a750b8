import type { Finding } from '../model/finding.ts';
import type { WaiverRule } from './waiver-rule.ts';

type Draft = Pick<Finding, 'kind' | 'message' | 'remedy'>;

/** What is wrong with the waivers themselves: a warning each. */
export function waiverFindings(rules: readonly WaiverRule[]): Finding[] {
  return rules.flatMap((rule) => {
    const draft = draftOf(rule);
    return draft === null ? [] : [{ severity: 'warning' as const, ...draft }];
  });
}

function draftOf({ mark, owner, isExpired, isTooBroad, applied, unused }: WaiverRule): Draft | null {
  const { id, reason, expires } = mark;
  const which = `The waiver “${id}” (${reason}; ${owner})`;
  if (isExpired) {
    return {
      kind: 'waiver-expired',
      message: `${which} held until ${expires}, and is not applied.`,
      remedy: `Look again at what it waived. If it still may be so, have ${owner} set a later day; if not, take it out.`,
    };
  }
  if (isTooBroad) {
    return {
      kind: 'waiver-over-broad',
      message: `${which} is about nobody in particular, and is not applied where it is not.`,
      remedy:
        'Name whom it is about with "person" or "pattern", or with "file" what is wrong with an export; whoever takes over an account or is unverified by an address or id that none of the others has.',
    };
  }
  if (applied > 0 && unused.length === 0) return null;
  const what = applied === 0 ? 'waived nothing' : `waived nothing of ${unused.map((name) => `“${name}”`).join(', ')}`;
  return {
    kind: 'waiver-unused',
    message: `${which} ${what}.`,
    remedy:
      'Take out what nobody needs, or correct it: an address, a user name or an id exactly as an export has it, a file as it was named.',
  };
}
