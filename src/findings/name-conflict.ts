import { defineFinding, NOTHING } from './define-finding.ts';

export const nameConflict = defineFinding({
  kind: 'name-conflict',
  about: 'person',
  explanation:
    'Only the email says that two users are one person, and their names say that they are not: the address may have been reassigned.',
  detect(person, evidence) {
    if (person.old < 0 || person.new < 0 || !evidence.world.correlated.isNameConflict(person.old, person.new))
      return NOTHING;
    const { tables } = evidence.world;
    const [old, next] = [tables.old.value('name', person.old), tables.new.value('name', person.new)];
    return [
      {
        severity: 'error',
        ...evidence.place('new', person.new),
        message: `Only the address pairs these users: the old one is named “${old}”, the new one “${next}”. Was it given to somebody else?`,
        remedy:
          'Find out whether it is one person. If so, give both records the same id or name; if not, give the new user another address.',
      },
    ];
  },
});
