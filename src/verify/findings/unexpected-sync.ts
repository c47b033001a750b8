import { defineVerification, NOTHING, placeOf, quoted, withOthers } from './define-verification.ts';

export const unexpectedSync = defineVerification({
  kind: 'unexpected-sync',
  explanation: 'Somebody arrived in the SCIM directory whom nobody expected.',
  worst: 'warning',
  detect(person, { ownersNamed }) {
    const [user] = person.synced;
    if (person.sync !== 'unexpected' || user === undefined) return NOTHING;
    const others = person.expectation === null ? ownersNamed(user.name) : [];
    const namesake =
      others.length === 0 ? '' : ' Somebody who had an account before the switch has the same full name.';
    return [
      {
        severity: 'warning',
        ...placeOf(user),
        attribute: 'scim',
        new: user.scim,
        ...withOthers(others),
        message: `${quoted(user.scim)} arrived, and was not expected.${namesake}`,
        remedy: 'Find out who it is: somebody who has joined since, or somebody known under another address.',
      },
    ];
  },
});
