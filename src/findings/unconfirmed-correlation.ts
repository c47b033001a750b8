import { defineFinding, NOTHING } from './define-finding.ts';

export const unconfirmedCorrelation = defineFinding({
  kind: 'unconfirmed-correlation',
  about: 'person',
  asksForDecision: true,
  explanation:
    'Two users were paired by what people can share, such as a name and the part of the address before the @. A human has to confirm it.',
  detect(person, evidence) {
    const { correlated, tables } = evidence.world;
    if (person.old < 0 || person.new < 0 || !correlated.isUnconfirmed('old', person.old)) return NOTHING;
    const [old, next] = [tables.old.value('name', person.old), tables.new.value('name', person.new)];
    return [
      {
        severity: 'error',
        ...evidence.place('new', person.new),
        others: evidence.users('old', [person.old]),
        message: `Only the address before the @ and the name (“${old}”, “${next}”) say that these users are one person.`,
        remedy:
          'Find out whether it is one person. If so, give both records an id that agrees; if not, give each of them an id of their own. Or decide in the crosswalk (--crosswalk-template FILE writes one).',
      },
    ];
  },
});
