import { defineVerification, NOTHING, namesakeWords, quoted, withOthers } from './define-verification.ts';

export const accountNotCreated = defineVerification({
  kind: 'account-not-created',
  explanation: 'Somebody was to get an account, and there is none at the address that was predicted.',
  worst: 'error',
  detect(person, evidence) {
    if (person.account !== 'missing' || person.expectation === null) return NOTHING;
    const { created, person: of } = person.expectation;
    const others = evidence.strangersNamed(of.new?.name ?? null);
    const isEarly = evidence.mode === 'jit';
    return [
      {
        severity: isEarly ? 'info' : 'error',
        side: 'app',
        old: null,
        new: created,
        ...withOthers(others),
        message: isEarly
          ? `There is no account at ${quoted(created)} yet: it is made at the first sign-in.${namesakeWords(others, 'an account')}`
          : `There is no account at ${quoted(created)}.${namesakeWords(others, 'an account')}`,
        remedy: isEarly
          ? 'Export the list again once they have signed in.'
          : 'Look at whether provisioning is switched on again, at its errors in the new IdP, and at whether seats are left; then make a full sync.',
      },
    ];
  },
});
