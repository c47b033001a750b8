import { defineFinding, NOTHING } from './define-finding.ts';

export const inactiveInNew = defineFinding({
  kind: 'inactive-in-new',
  about: 'person',
  explanation: 'Somebody who is active in the old IdP is inactive in the new one.',
  detect(person, evidence) {
    if (person.new < 0 || evidence.isActive('new', person.new)) return NOTHING;
    if (!evidence.isActive('old', person.old) && !person.owner) return NOTHING;
    return [
      {
        severity: person.owner ? 'error' : 'warning',
        ...evidence.place('new', person.new),
        message: 'This person is active in the old IdP, and inactive in the new one.',
        remedy: 'Enable the user in the new IdP; or deactivate the old user, if the person has left.',
      },
    ];
  },
});
