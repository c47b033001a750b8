import { defineFinding, NOTHING } from './define-finding.ts';

export const inactiveInNew = defineFinding({
  kind: 'inactive-in-new',
  about: 'person',
  explanation: 'Somebody who is active in the old IdP, or has an account, is inactive in the new one.',
  detect(person, evidence) {
    if (person.new < 0 || evidence.isActive('new', person.new)) return NOTHING;
    const wasActive = evidence.isActive('old', person.old);
    if (!wasActive && !person.owner) return NOTHING;
    return [
      {
        severity: person.owner ? 'error' : 'warning',
        ...evidence.place('new', person.new),
        message: `This person ${wasActive ? 'is active in the old IdP' : 'has an account'}, and is inactive in the new IdP.`,
        remedy: wasActive
          ? 'Enable the user in the new IdP; or deactivate the old user, if the person has left.'
          : 'Enable the user in the new IdP; or remove the account from the app, if the person has left.',
      },
    ];
  },
});
