import { defineVerification, NOTHING, namesakeWords, placeOf, quoted, withOthers } from './define-verification.ts';

export const notSynced = defineVerification({
  kind: 'not-synced',
  explanation: 'Somebody was to arrive in the SCIM directory, and is not there, or not active.',
  worst: 'error',
  detect(person, evidence) {
    if ((person.sync !== 'missing' && person.sync !== 'inactive') || person.expectation === null) return NOTHING;
    const { pushed, person: of } = person.expectation;
    const [inactive] = person.inactive;
    const others = inactive === undefined ? evidence.strangersNamed(of.new?.name ?? null) : [];
    return [
      {
        severity: 'error',
        ...(inactive === undefined ? { side: 'new' as const } : placeOf(inactive)),
        attribute: 'scim',
        old: pushed,
        new: inactive?.scim ?? null,
        ...withOthers(others),
        message:
          inactive === undefined
            ? `Nobody arrived as ${quoted(pushed)}.${namesakeWords(others, 'a user')}`
            : `${quoted(inactive.scim)} is in the directory, and is not active.`,
        remedy:
          'Look at whether the person is assigned to the app in the new IdP, and at the errors of its provisioning; then make a full sync, since an incremental one passes over who has not changed.',
      },
    ];
  },
});
