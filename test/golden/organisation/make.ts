import { assertApart } from './apart.ts';
import { baseline } from './baseline.ts';
import { changingHands } from './changing-hands.ts';
import { damage } from './damage.ts';
import { directory } from './directory.ts';
import { exportName, exportText } from './exports.ts';
import { keepers } from './keepers.ts';
import { leaversAndJoiners } from './leavers-and-joiners.ts';
import { onePersonOrTwo } from './one-person-or-two.ts';
import { spelling } from './spelling.ts';
import { type Entry, Organisation } from './story.ts';
import { inputTable, peopleTable } from './truth-tables.ts';

/** The old IdP has exactly as many users, which is also what a page of an export may have. */
const PEOPLE = 1000;

/** Plants every story in one organisation, and fills it with people for whom nothing changes. */
export function plantOrganisation(): Organisation {
  const organisation = new Organisation();
  spelling(organisation);
  baseline(organisation);
  leaversAndJoiners(organisation);
  changingHands(organisation);
  onePersonOrTwo(organisation);
  directory(organisation);
  damage(organisation);
  keepers(organisation, PEOPLE - organisation.count('old'));
  assertApart(organisation.entries);
  return organisation;
}

/** The exports of an organisation and its truth tables: the text of every file by name. */
export function filesOf({ entries, scim, jit, inputs }: Organisation): Map<string, string> {
  const lines = new Map<Entry, number>();
  const files = new Map<string, string>();
  for (const side of ['old', 'new', 'app'] as const) {
    const own = entries.filter((entry) => entry.side === side);
    files.set(exportName(side), exportText(side, own, lines));
  }
  files.set('expected.csv', peopleTable(scim, lines));
  files.set('expected-jit.csv', peopleTable(jit, lines));
  files.set('expected-inputs.csv', inputTable(inputs, lines));
  return files;
}
