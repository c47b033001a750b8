import { defineFinding, NOTHING } from './define-finding.ts';

export const missingInNew = defineFinding({
  kind: 'missing-in-new',
  about: 'person',
  explanation: 'Somebody who is active in the old IdP, or has an account, has no user in the new one.',
  detect(person, evidence) {
    if (person.old < 0 || person.new >= 0 || evidence.world.correlated.isAmbiguous('old', person.old)) return NOTHING;
    if (!evidence.isActive('old', person.old) && !person.owner) return NOTHING;
    const isElsewhere = evidence.world.correlated.isPartnerElsewhere('old', person.old);
    return [
      {
        severity: person.owner ? 'error' : 'warning',
        ...evidence.place('old', person.old),
        message: isElsewhere
          ? 'Their user of the new IdP is out of the scope of this app, and this one is in it.'
          : 'No user of the new IdP was found for this person.',
        remedy: isElsewhere
          ? 'Make the two scopes of this app agree about them: assign them to it in the new IdP, or deactivate the old one there, if they no longer need it.'
          : 'Look for the person in the new IdP first, under another address or name (unexpected-in-new lists who is left over there): if they are there, make the ids or the address agree. Only if not, create the user with the same emails; or deactivate the old one, if the person has left.',
      },
    ];
  },
});
