import { defineVerification, NOTHING, placeOf, quoted, withOthers } from './define-verification.ts';

export const unexpectedAccount = defineVerification({
  kind: 'unexpected-account',
  explanation: 'There is an account that nobody predicted: somebody new, or the second account of somebody known.',
  worst: 'error',
  detect(person, { isListed, haveAllArrived, ownersNamed }) {
    const [account] = person.accounts;
    if (person.account !== 'unexpected' || account === undefined) return NOTHING;
    const isStranger = person.expectation === null;
    const others = isStranger ? ownersNamed(account.name) : [];
    // Whoever the new IdP has besides everybody that was expected of it is somebody besides.
    const isBesides = haveAllArrived && person.synced.length > 0;
    // Without a name it cannot be told from the second account of anybody.
    const maybeThere = !isListed && isStranger && account.name !== null;
    const isDoubtful = others.length > 0 || !(isBesides || maybeThere);
    const namesake =
      others.length === 0
        ? ''
        : ` ${quoted(others[0]?.name ?? null)}, who had an account before the switch, has the same full name.`;
    return [
      {
        severity: isDoubtful ? 'error' : 'warning',
        ...placeOf(account),
        new: account.sso,
        ...withOthers(others),
        message: `The account at ${quoted(account.sso)} was not predicted${isListed || !isStranger ? '' : '; whether it was there before is not known, since the baseline was made without the member list'}.${namesake}`,
        remedy:
          'Find out whose it is. If it is the second account of somebody, have the two merged or one removed; if somebody has joined since, keep that with the change.',
      },
    ];
  },
});
