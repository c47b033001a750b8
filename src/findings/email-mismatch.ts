import { differenceOf } from '../email/difference.ts';
import { shown } from '../email/shown.ts';
import type { MatchedPerson } from '../matcher/people.ts';
import type { Attribute } from '../model/user.ts';
import { type Draft, NOTHING } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

/** The one finding of an attribute whose new value differs from the old one, for both attributes alike. */
export function detectMismatch(attribute: Attribute, person: MatchedPerson, evidence: Evidence): readonly Draft[] {
  const old = evidence.before(person, attribute);
  const next = evidence.sent(person, attribute);
  if (old === null || next === null || evidence.world.key(old) === evidence.world.key(next)) return NOTHING;
  if (!evidence.isActive('old', person.old) && !person.owner) return NOTHING;
  const difference = differenceOf(old, next);
  const label = attribute === 'sso' ? 'SSO' : 'SCIM';
  return [
    {
      severity: 'error',
      ...evidence.place('new', person.new),
      attribute,
      old,
      new: next,
      ...(difference === undefined ? {} : { difference }),
      message: `The new IdP will send ${difference?.new ?? shown(next)} as ${label} email; the old one sent ${difference?.old ?? shown(old)}.`,
      remedy: `In the new IdP, set the attribute that is sent as ${label} email to exactly the old value, or map the attribute that holds it.`,
    },
  ];
}
