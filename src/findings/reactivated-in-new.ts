import { defineFinding, NOTHING } from './define-finding.ts';

export const reactivatedInNew = defineFinding({
  kind: 'reactivated-in-new',
  about: 'person',
  explanation: 'Somebody who is inactive in the old IdP is active in the new one.',
  detect(person, evidence) {
    if (person.old < 0 || evidence.isActive('old', person.old) || !evidence.isActive('new', person.new)) return NOTHING;
    return [
      {
        severity: 'warning',
        ...evidence.place('new', person.new),
        message: 'This person is inactive in the old IdP, and active in the new one.',
        remedy: 'Check that the person is meant to have the app again; if not, disable the user in the new IdP.',
      },
    ];
  },
});
