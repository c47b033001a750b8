import type { MatchedPerson } from '../matcher/people.ts';
import { ATTRIBUTES, type Attribute } from '../model/user.ts';
import { type Draft, defineFinding } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

const LABEL: Readonly<Record<Attribute, string>> = { sso: 'SSO', scim: 'SCIM' };

export const emailMissing = defineFinding({
  kind: 'email-missing',
  about: 'person',
  explanation: 'A user has no value in an attribute that is sent as email.',
  detect: (person, evidence) => [...missingOld(person, evidence), ...missingNew(person, evidence)],
});

function missingNew(person: MatchedPerson, evidence: Evidence): Draft[] {
  if (!evidence.isActive('new', person.new)) return [];
  return evidence.sentAttributes
    .filter((attribute) => evidence.sent(person, attribute) === null)
    .map((attribute) => ({
      severity: person.owner ? 'error' : 'warning',
      ...evidence.place('new', person.new),
      attribute,
      old: evidence.before(person, attribute),
      new: null,
      message: `The new IdP has no ${LABEL[attribute]} email for this user.`,
      remedy:
        'Fill the attribute in the new IdP (Entra ID leaves mail empty without a mailbox or licence), or map another one. Leave accounts that are no people out of the app, and out of this check with --new-exclude.',
    }));
}

function missingOld(person: MatchedPerson, evidence: Evidence): Draft[] {
  if (!evidence.isActive('old', person.old)) return [];
  const missing = ATTRIBUTES.filter((attribute) => evidence.value('old', person.old, attribute) === null);
  const place = evidence.place('old', person.old);
  if (missing.length === ATTRIBUTES.length) {
    return [
      {
        severity: 'error',
        ...place,
        old: null,
        message: 'The old IdP has no email at all for this active user, so it cannot be known which account is theirs.',
        remedy: "Find the person's address in the app's own member list and put it into the old export.",
      },
    ];
  }
  // An attribute that nobody of the side has is one that the old IdP does not send.
  return missing
    .filter((attribute) => evidence.isSent('old', attribute))
    .map((attribute) => ({
      severity: 'warning',
      ...place,
      attribute,
      old: null,
      message: `The old IdP has no ${LABEL[attribute]} email for this user; the other email stands for it.`,
      remedy: 'Check that the other email is what the app knows the person by.',
    }));
}
