import { defineFinding, NOTHING } from './define-finding.ts';

export const missingInNew = defineFinding({
  kind: 'missing-in-new',
  about: 'person',
  explanation: 'Somebody who is active in the old IdP has no user in the new one.',
  detect(person, evidence) {
    if (person.old < 0 || person.new >= 0 || evidence.world.correlated.isAmbiguous('old', person.old)) return NOTHING;
    if (!evidence.isActive('old', person.old) && !person.owner) return NOTHING;
    return [
      {
        severity: person.owner ? 'error' : 'warning',
        ...evidence.place('old', person.old),
        message: 'No user of the new IdP was found for this person.',
        remedy:
          'Create the user in the new IdP with the same emails and assign the app; or deactivate the old user, if the person has left.',
      },
    ];
  },
});
