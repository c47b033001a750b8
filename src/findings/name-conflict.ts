import { fullNamesAgree } from '../matcher/names.ts';
import type { MatchedPerson } from '../matcher/people.ts';
import { type Draft, defineFinding, NOTHING } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

const REMEDY =
  'Find out whether it is one person. If so, give both records the same id or name; if not, give the new user another address. Or decide in the crosswalk (--crosswalk-template FILE writes one).';

export const nameConflict = defineFinding({
  kind: 'name-conflict',
  about: 'person',
  asksForDecision: true,
  explanation:
    'Only the email says that two records are one person, and their names say that they are not: the address may have been reassigned.',
  detect(person, evidence) {
    return person.old >= 0 && person.new >= 0 && evidence.world.correlated.isNameConflict(person.old, person.new)
      ? [conflictOfPair(person, evidence)]
      : conflictWithRow(person, evidence);
  },
});

function conflictOfPair(person: MatchedPerson, evidence: Evidence): Draft {
  const { tables } = evidence.world;
  const [old, next] = [tables.old.value('name', person.old), tables.new.value('name', person.new)];
  const doubt = fullNamesAgree(old, next)
    ? 'These may be two ways to write one name.'
    : 'Was it given to somebody else?';
  return {
    severity: 'error',
    ...evidence.place('new', person.new),
    message: `Only the address pairs these users: the old one is named “${old}”, the new one “${next}”. ${doubt}`,
    remedy: REMEDY,
  };
}

/** The account was claimed by an address alone, and the app knows it under a name that has no part in common. */
function conflictWithRow(person: MatchedPerson, evidence: Evidence): readonly Draft[] {
  const { ownership, tables } = evidence.world;
  const rows = ownership.contradictingRowsOf(person.old, person.new);
  const [row] = rows;
  if (row === undefined || ownership.app === null) return NOTHING;
  const side = person.old >= 0 ? 'old' : 'new';
  const index = side === 'old' ? person.old : person.new;
  const who = side === 'old' ? 'the inactive old user' : 'the new user';
  return [
    {
      severity: 'error',
      ...evidence.place(side, index),
      others: evidence.users('app', rows),
      message: `The app has this account under the name “${ownership.app.value('name', row)}”, and ${who} with its address is named “${tables[side].value('name', index)}”. Was it given to somebody else?`,
      remedy: REMEDY,
    },
  ];
}
