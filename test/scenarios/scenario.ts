import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readFixture } from '../support/csv.ts';

export const SCENARIOS = new URL('../../fixtures/scenarios/', import.meta.url).pathname;
export type ScenarioMode = 'scim' | 'jit' | 'manual';

/** What `scenario.json` says. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly failure: string;
  readonly modes: readonly ScenarioMode[];
  /** Command-line arguments in place of the default maps. */
  readonly args?: readonly string[];
  readonly gate?: Readonly<Record<string, 'open' | 'closed'>>;
  readonly inputFindings?: Readonly<Record<string, readonly string[]>>;
  /** Where the question cannot be answered. */
  readonly exit?: number;
  readonly error?: string;
}

/** One row of `expected.csv`: one person in one mode. */
export interface ExpectedPerson {
  readonly old: string;
  readonly new: string;
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
};

export function scenarios(): Scenario[] {
  return readdirSync(SCENARIOS)
    .sort()
    .map((name) => ({ name, ...JSON.parse(readFileSync(join(SCENARIOS, name, 'scenario.json'), 'utf8')) }) as Scenario);
}

export function scenarioFile(scenario: Scenario, file: string): string {
  return join(SCENARIOS, scenario.name, file);
}

/** The command line of a scenario: its own arguments, or a map for every plain column that a side has. */
export function scenarioArgs(scenario: Scenario, mode: ScenarioMode): string[] {
  const sides = ['old', 'new'].flatMap((side) => ['--' + side, scenarioFile(scenario, `${side}.csv`)]);
  return [...sides, '--mode', mode, ...(scenario.args ?? ['old', 'new'].flatMap((side) => plainMaps(scenario, side)))];
}

function plainMaps(scenario: Scenario, side: string): string[] {
  const [header = ''] = readFileSync(scenarioFile(scenario, `${side}.csv`), 'utf8').split(/\r?\n/, 1);
  return [...new Set(header.split(','))]
    .filter((column) => PLAIN_COLUMNS[column] !== undefined)
    .flatMap((column) => [`--${side}-map`, `${column}=${column}`]);
}

export function expectedPeople(scenario: Scenario, mode: ScenarioMode): ExpectedPerson[] {
  return readFixture(scenarioFile(scenario, 'expected.csv'))
    .filter((row) => row.mode === '*' || row.mode === mode)
    .map((row) => ({
      old: row.old ?? '',
      new: row.new ?? '',
      outcome: row.outcome ?? '',
      kinds: (row.kinds ?? '')
        .split(' ')
        .filter((kind) => kind !== '')
        .sort(),
      note: row.note ?? '',
    }));
}

/** The label of the record in a physical line; fixtures with quoted newlines keep them out of other records. */
export function refsByLine(scenario: Scenario, side: string): Map<number, string> {
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
