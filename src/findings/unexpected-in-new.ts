import { defineFinding, NOTHING } from './define-finding.ts';

export const unexpectedInNew = defineFinding({
  kind: 'unexpected-in-new',
  about: 'person',
  explanation: 'An active user of the new IdP whom the old one does not have: a seat that nobody has today.',
  detect(person, evidence) {
    if (person.old >= 0 || person.owner || !evidence.isActive('new', person.new)) return NOTHING;
    if (evidence.world.correlated.isAmbiguous('new', person.new)) return NOTHING;
    if (evidence.world.correlated.isPartnerElsewhere('new', person.new)) {
      return [
        {
          // Nobody can tell which of the two scopes is wrong; if it is the old one, they would get a second account.
          severity: 'error',
          ...evidence.place('new', person.new),
          message:
            'Their user of the old IdP is out of the scope of this app, and this one is in it: if they have an account today, they would lose sight of it.',
          remedy:
            'Make the two scopes of this app agree about them, or waive this if they get the app for the first time.',
        },
      ];
    }
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
