import { nameParts } from '../../matcher/name-parts.ts';
import { noPartAgrees } from '../../matcher/names.ts';
import type { User } from '../../model/user.ts';
import {
  defineVerification,
  NOTHING,
  placeOf,
  quoted,
  type SeenPerson,
  unlessWaived,
  type VerificationEvidence,
  withOthers,
} from './define-verification.ts';

export const heldByAnother = defineVerification({
  kind: 'held-by-another',
  explanation: 'The account of somebody, or their user in the SCIM directory, bears the name of somebody else.',
  worst: 'error',
  detect(person, evidence) {
    const of = person.expectation?.person;
    if (of === undefined) return NOTHING;
    const names = [of.old, of.new, of.app].flatMap((user) => user?.name ?? []);
    const strange = [...person.accounts, ...person.synced].filter(
      (row) =>
        row.name !== null &&
        names.length > 0 &&
        names.every((known) => noPartAgrees(known, row.name)) &&
        !isListedTwice(row, of.app, evidence),
    );
    const [first] = [...strange].sort(
      (a, b) => Number(isSure(b, person, evidence)) - Number(isSure(a, person, evidence)),
    );
    if (first === undefined) return NOTHING;
    const others = evidence.everybodyNamed(first.name);
    return [
      {
        severity: isSure(first, person, evidence) ? unlessWaived(person) : 'warning',
        ...placeOf(first),
        old: names[0] ?? null,
        new: first.name,
        ...withOthers(others),
        message: `${quoted(first.sso ?? first.scim)} is this person's, known as ${quoted(names[0] ?? null)}, and bears the name ${quoted(first.name)}${others.length === 0 ? '' : ', which is that of somebody else of the baseline'}.`,
        remedy:
          'Find out who signs in to this account now. If it is somebody else, correct in the new IdP whose address this is, and make a full sync; the account may have been read by them.',
      },
    ];
  },
});

/** A list that had one address twice, under two names, has it so still: nobody has come to anybody's account. */
function isListedTwice(row: User, own: User | null, { everybodyNamed }: VerificationEvidence): boolean {
  if (row.side !== 'app' || own === null || own.sso !== row.sso) return false;
  return everybodyNamed(row.name).some(({ side, sso }) => side === 'app' && sso === row.sso);
}

/** A single word may be made up, and the baseline may never have had the name that this list shows. */
function isSure(row: User, { expectation }: SeenPerson, { everybodyNamed }: VerificationEvidence): boolean {
  if (everybodyNamed(row.name).length > 0) return true;
  const before = row.side === 'app' ? expectation?.person.app : expectation?.person.new;
  return [before?.name ?? null, row.name].every((name) => nameParts(name).length > 1);
}
