import { shown } from '../email/shown.ts';
import type { MatchedPerson } from '../matcher/people.ts';
import { ATTRIBUTES } from '../model/user.ts';
import type { Draft } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

/** One warning for a user's first value of a special shape: what active users of the old side have, and of the new side send. */
export function detectSpecial(
  person: MatchedPerson,
  evidence: Evidence,
  isSpecial: (address: string) => boolean,
  wording: { readonly message: (address: string) => string; readonly remedy: string },
): Draft[] {
  const old = evidence.isActive('old', person.old)
    ? ATTRIBUTES.map((attribute) => evidence.value('old', person.old, attribute))
    : [];
  const sent = ATTRIBUTES.map((attribute) => evidence.sent(person, attribute));
  return [['old', old] as const, ['new', sent] as const].flatMap(([side, values]) => {
    const found = values.find((value) => value !== null && isSpecial(value));
    if (found == null) return [];
    return [
      {
        severity: 'warning' as const,
        ...evidence.place(side, person[side]),
        [side]: found,
        message: wording.message(shown(found)),
        remedy: wording.remedy,
      },
    ];
  });
}
