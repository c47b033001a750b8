import { defineFinding, NOTHING } from './define-finding.ts';

export const unexpectedInNew = defineFinding({
  kind: 'unexpected-in-new',
  about: 'person',
  explanation: 'An active user of the new IdP whom the old one does not have: a seat that nobody has today.',
  detect(person, evidence) {
    if (person.old >= 0 || person.owner || !evidence.isActive('new', person.new)) return NOTHING;
    if (evidence.world.correlated.isAmbiguous('new', person.new)) return NOTHING;
    return [
      {
        severity: 'warning',
        ...evidence.place('new', person.new),
        message: `No user of the old IdP was found for this one${person.outcome === 'new-account' ? ': it would be a seat that nobody has today' : ''}.`,
        remedy:
          'If the person should not have the app, leave them out of its assignment in the new IdP; if they have another record in the old one, make their ids agree.',
      },
    ];
  },
});
