import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readFixture } from '../support/csv.ts';

export const SCENARIOS = new URL('../../fixtures/scenarios/', import.meta.url).pathname;
export type ScenarioMode = 'scim' | 'jit' | 'manual';
export type ScenarioSide = 'old' | 'new' | 'app';

/** What `scenario.json` says. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly failure: string;
  readonly modes: readonly ScenarioMode[];
  /** Command-line arguments in place of the default maps. */
  readonly args?: readonly string[];
  /** The policy of `--compare`, or several of which each gives the same answer. */
  readonly compare?: string | readonly string[];
  readonly gate?: Readonly<Record<string, 'open' | 'closed'>>;
  readonly inputFindings?: Readonly<Record<string, readonly string[]>>;
  /** Where the question cannot be answered. */
  readonly exit?: number;
  readonly error?: string;
}

/** One row of `expected.csv`: one person in one mode. Labels are those of the `ref` columns; nobody is ''. */
export interface ExpectedPerson {
  readonly old: string;
  readonly new: string;
  /** The rows of the app's list that are theirs, the one that the report shows first. */
  readonly app: readonly string[];
  readonly outcome: string;
  readonly kinds: readonly string[];
  readonly note: string;
}

const PLAIN_COLUMNS: Readonly<Record<string, string>> = {
  sso: 'sso',
  scim: 'scim',
  'employee-id': 'employee-id',
  'external-id': 'external-id',
  'immutable-id': 'immutable-id',
  name: 'name',
  status: 'status',
  aliases: 'aliases',
  groups: 'groups',
};
const APP_COLUMNS: Readonly<Record<string, string>> = { email: 'email', name: 'name', status: 'status' };

export function scenarios(): Scenario[] {
  return readdirSync(SCENARIOS)
    .sort()
    .map((name) => ({ name, ...JSON.parse(readFileSync(join(SCENARIOS, name, 'scenario.json'), 'utf8')) }) as Scenario);
}

export function scenarioFile(scenario: Scenario, file: string): string {
  return join(SCENARIOS, scenario.name, file);
}

/** The sides of which a scenario has a file. */
export function scenarioSides(scenario: Scenario): ScenarioSide[] {
  return (['old', 'new', 'app'] as const).filter((side) => existsSync(scenarioFile(scenario, `${side}.csv`)));
}

/** The policies under which a scenario is run; undefined leaves the choice to the command. */
export function scenarioPolicies({ compare }: Scenario): (string | undefined)[] {
  return compare === undefined || typeof compare === 'string' ? [compare] : [...compare];
}

/** The command line of a scenario: its own arguments, or a map for every plain column that a side has. */
export function scenarioArgs(
  scenario: Scenario,
  mode: ScenarioMode,
  policy: string | undefined = scenarioPolicies(scenario)[0],
): string[] {
  const sides = scenarioSides(scenario);
  const files = sides.flatMap((side) => ['--' + side, scenarioFile(scenario, `${side}.csv`)]);
  const mapped = sides.filter((side) => side === 'app' || scenario.args === undefined);
  const maps = mapped.flatMap((side) => columnMaps(scenario, side, side === 'app' ? APP_COLUMNS : PLAIN_COLUMNS));
  const compare = policy === undefined ? [] : ['--compare', policy];
  const crosswalk = scenarioFile(scenario, 'crosswalk.csv');
  const decided = existsSync(crosswalk) ? ['--crosswalk', crosswalk] : [];
  return [...files, ...decided, '--mode', mode, ...compare, ...(scenario.args ?? []), ...maps];
}

function columnMaps(scenario: Scenario, side: ScenarioSide, columns: Readonly<Record<string, string>>): string[] {
  const [header = ''] = readFileSync(scenarioFile(scenario, `${side}.csv`), 'utf8').split(/\r?\n/, 1);
  return [...new Set(header.split(','))]
    .filter((column) => columns[column] !== undefined)
    .flatMap((column) => [`--${side}-map`, `${column}=${column}`]);
}

export function expectedPeople(scenario: Scenario, mode: ScenarioMode): ExpectedPerson[] {
  return readFixture(scenarioFile(scenario, 'expected.csv'))
    .filter((row) => row.mode === '*' || row.mode === mode)
    .map((row) => ({
      old: label(row.old),
      new: label(row.new),
      app: label(row.app).split(' '),
      outcome: row.outcome ?? '',
      kinds: (row.kinds ?? '')
        .split(' ')
        .filter((kind) => kind !== '')
        .sort(),
      note: row.note ?? '',
    }));
}

/** `-` and an empty cell both say nobody. */
function label(cell = ''): string {
  return cell === '-' ? '' : cell;
}

/** The label of the record in a physical line; fixtures with quoted newlines keep them out of other records. */
export function refsByLine(scenario: Scenario, side: ScenarioSide): Map<number, string> {
  const text = readFileSync(scenarioFile(scenario, `${side}.csv`), 'utf8');
  const rows = parse(text, {
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const column = rows[0]?.record.indexOf('ref') ?? -1;
  return new Map(rows.slice(1).map(({ record, info }) => [info.lines, record[column] ?? '']));
}
