import type { Finding } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { User } from '../model/user.ts';
import { type PlaceOf, placesIn } from './places.ts';
import { sentenceCell, shownCell, valueCell } from './spreadsheet-cell.ts';
import { inert } from './terminal.ts';

/** A finding, and whose it is; `person` is null for a finding about the inputs. */
interface FindingRow {
  readonly finding: Finding;
  readonly person: Person | null;
  readonly at: PlaceOf;
}

type Columns<Of> = Readonly<Record<string, (of: Of) => string>>;

/** Others that are named with a finding, and shortly; the report in JSON has all of them. */
const FIRST_FEW = 3;

const FINDING_COLUMNS: Columns<FindingRow> = {
  severity: ({ finding }) => sentenceCell(finding.severity),
  kind: ({ finding }) => sentenceCell(finding.kind),
  outcome: ({ person }) => sentenceCell(person?.outcome),
  owner: ({ person }) => (person === null ? '' : yesOrNo(person.owner)),
  side: ({ finding }) => sentenceCell(finding.side),
  file: ({ finding }) => valueCell(finding.file),
  line: ({ finding }) => number(finding.line),
  column: ({ finding }) => valueCell(finding.column),
  attribute: ({ finding }) => sentenceCell(finding.attribute),
  'old value': ({ finding }) => valueCell(finding.old),
  'new value': ({ finding }) => valueCell(finding.new),
  difference: ({ finding }) => sentenceCell(finding.difference?.classes.join(' ')),
  'shown old': ({ finding }) => shownCell(finding.difference?.old),
  'shown new': ({ finding }) => shownCell(finding.difference?.new),
  message: ({ finding }) => sentenceCell(finding.message),
  remedy: ({ finding }) => sentenceCell(finding.remedy),
};

/** Each three times: of the old user, of the new one, and of the row of the service provider's list. */
const USER_COLUMNS: Columns<User> = {
  file: ({ file }) => valueCell(file),
  line: ({ line }) => number(line),
  name: ({ name }) => valueCell(name),
  sso: ({ sso }) => valueCell(sso),
  scim: ({ scim }) => valueCell(scim),
  username: ({ username }) => valueCell(username),
  'employee id': ({ ids }) => valueCell(ids['employee-id']),
  'immutable id': ({ ids }) => valueCell(ids['immutable-id']),
  'external id': ({ ids }) => valueCell(ids['external-id']),
  active: ({ active }) => yesOrNo(active),
};
const SIDES = ['old', 'new', 'app'] as const;

const LAST_COLUMNS: Columns<FindingRow> = {
  waiver: ({ finding }) => valueCell(finding.waiver?.id),
  'waived until': ({ finding }) => valueCell(finding.waiver?.expires),
  'waiver reason': ({ finding }) => valueCell(finding.waiver?.reason),
  'outcome waiver': ({ person }) => valueCell(person?.waiver?.id),
  'duplicate under': ({ person }) => sentenceCell(person?.duplicateUnder?.join(' ')),
  'takeover under': ({ person }) => sentenceCell(person?.takeoverUnder?.join(' ')),
  'harmless under': ({ person }) => sentenceCell(person?.harmlessUnder?.join(' ')),
  tier: ({ person }) => sentenceCell(person?.correlation?.tier),
  evidence: ({ person }) => sentenceCell(person?.correlation?.evidence.join(' ')),
  'other users': ({ finding }) => number(finding.others?.length),
  others: ({ finding, at }) => sentenceCell(finding.others === undefined ? undefined : fewOf(finding.others, at)),
};

/** The names of the columns, in order. */
export const FINDING_HEADER: readonly string[] = [
  ...Object.keys(FINDING_COLUMNS),
  ...SIDES.flatMap((side) => Object.keys(USER_COLUMNS).map((name) => `${side} ${name}`)),
  ...Object.keys(LAST_COLUMNS),
];

/** The cells of every finding: those about the inputs first, then those of each person, in the order of the report. */
export function* findingRows({ inputs, inputFindings, people }: Reconciliation): Generator<string[]> {
  const at = placesIn(inputs);
  for (const finding of inputFindings) yield cellsOf({ finding, person: null, at });
  for (const person of people) for (const finding of person.findings) yield cellsOf({ finding, person, at });
}

const READERS = {
  finding: Object.values(FINDING_COLUMNS),
  user: Object.values(USER_COLUMNS),
  last: Object.values(LAST_COLUMNS),
};
const NOBODY: readonly string[] = READERS.user.map(() => '');

function cellsOf(row: FindingRow): string[] {
  const cells = READERS.finding.map((cell) => cell(row));
  for (const side of SIDES) {
    const user = row.person?.[side] ?? null;
    cells.push(...(user === null ? NOBODY : READERS.user.map((cell) => cell(user))));
  }
  cells.push(...READERS.last.map((cell) => cell(row)));
  return cells;
}

function fewOf(users: readonly User[], at: PlaceOf): string {
  const few = users.slice(0, FIRST_FEW).map(({ side, file, line, name, sso, scim, username }) => {
    const place = file === null ? `record ${line}` : at({ side, file, line });
    const who = [name, sso ?? scim ?? username].filter((text) => text !== null).map(inert);
    return [side, place, ...who].join(' ');
  });
  return users.length > few.length ? `${few.join('; ')}; and ${users.length - few.length} more` : few.join('; ');
}

/** A number of our own, which a spreadsheet may take for one. */
function number(count: number | undefined): string {
  return count === undefined ? '' : String(count);
}

/** Not true and false: a spreadsheet would translate them. */
function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
