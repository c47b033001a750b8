import {
  defineVerification,
  isLossPredicted,
  NOTHING,
  namesakeWords,
  quoted,
  unlessWaived,
  withOthers,
} from './define-verification.ts';

export const accountVanished = defineVerification({
  kind: 'account-vanished',
  explanation: 'An account that was to stay is not on the member list, and no other one of that person is.',
  worst: 'error',
  detect(person, evidence) {
    if (person.account !== 'vanished' || person.expectation === null) return NOTHING;
    const { before, person: of } = person.expectation;
    const name = of.old?.name ?? of.new?.name ?? of.app?.name ?? null;
    const others = evidence.strangersNamed(name);
    return [
      {
        severity: isLossPredicted(person, evidence) ? unlessWaived(person) : 'error',
        side: 'app',
        old: before[0] ?? null,
        new: null,
        ...withOthers(others),
        message: `Their account at ${quoted(before[0] ?? null)} is not on the member list.${namesakeWords(others, 'an account')}`,
        remedy:
          'Make sure first that the list is whole and was exported after the switch. If it is, look at whether the account was deprovisioned, and have it restored before it is deleted for good.',
      },
    ];
  },
});
