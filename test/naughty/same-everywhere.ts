import { expect } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import {
  type CsvRow,
  LIVE_IN_CSV,
  linesOf,
  looksLikeFormula,
  readCsvReport,
  textIn,
  valueIn,
} from '../support/csv-report.ts';

type Person = Report['people'][number];
type Finding = Report['inputFindings'][number];

/** One run as every reporter tells it, of everyone. */
export interface Told {
  readonly text: string;
  readonly json: string;
  readonly ndjson: string;
  readonly csv: string;
  readonly notify: string;
}

/** Controls but the line feed, and everything that moves, hides or reorders text. */
export const LIVE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** What a terminal would obey; JSON is text for programs, and may hold what is merely not drawn. */
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Asserts that nothing is live in any of the five, and that the last three say what the JSON report says. */
export function assertSameEverywhere({ text, json, ndjson, csv, notify }: Told): Report {
  // Booleans: a difference of megabytes helps nobody.
  expect(LIVE.test(text)).toBe(false);
  expect(OBEYED.test(json)).toBe(false);
  expect(OBEYED.test(ndjson)).toBe(false);
  const report: Report = JSON.parse(json);
  for (const { records, users, rejected, excluded } of report.inputs) {
    expect(users + rejected + excluded).toBe(records);
  }
  assertNdjson(ndjson, json, report);
  assertCsv(csv, report);
  assertNotices(notify, report);
  return report;
}

/** Each line is the same text as in the JSON report. */
function assertNdjson(ndjson: string, json: string, { people }: Report): void {
  const lines = ndjson.split('\n').slice(0, -1);
  expect(lines.map((line) => JSON.parse(line))).toEqual(people);
  expect(json.endsWith(`"people": [\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]\n}\n`)).toBe(true);
}

function assertCsv(csv: string, { inputFindings, people }: Report): void {
  const lines = linesOf(csv);
  expect(lines.filter((line) => LIVE_IN_CSV.test(line))).toEqual([]);
  // As Excel reads it where the semicolon separates: quotes hold nothing together.
  expect(lines.flatMap((line) => line.split(';')).filter(opensFormula)).toEqual([]);
  const rows = readCsvReport(csv);
  expect(lines).toHaveLength(rows.length + 1);
  expect(rows.flatMap((row) => Object.values(row).filter(looksLikeFormula))).toEqual([]);
  const findings = [
    ...inputFindings.map((finding) => ({ finding, person: null })),
    ...people.flatMap((person) => person.findings.map((finding) => ({ finding, person }))),
  ];
  expect(rows.map(findingIn)).toEqual(findings.map(({ finding, person }) => expectedFinding(finding, person)));
  for (const side of ['old', 'new', 'app'] as const) {
    expect(rows.map((row) => userIn(row, side))).toEqual(findings.map(({ person }) => expectedUser(person, side)));
  }
}

function opensFormula(cell: string): boolean {
  return looksLikeFormula(cell.replace(/^[\s\p{White_Space}"]*/u, ''));
}

function findingIn(row: CsvRow) {
  return {
    severity: row.severity,
    kind: row.kind,
    outcome: row.outcome,
    owner: row.owner,
    side: row.side,
    file: valueIn(row.file),
    line: row.line,
    column: valueIn(row.column),
    attribute: row.attribute,
    old: valueIn(row['old value']),
    new: valueIn(row['new value']),
    classes: row.difference,
    shownOld: textIn(row['shown old']),
    tier: row.tier,
    evidence: row.evidence,
    others: row['other users'],
  };
}

function expectedFinding(finding: Finding, person: Person | null): ReturnType<typeof findingIn> {
  const { side, file, line, column, attribute, difference, others } = finding;
  return {
    severity: finding.severity,
    kind: finding.kind,
    outcome: person?.outcome ?? '',
    owner: person === null ? '' : person.owner ? 'yes' : 'no',
    side: side ?? '',
    file: file ?? null,
    line: String(line ?? ''),
    column: column === undefined || column === '' ? null : column,
    attribute: attribute ?? '',
    old: finding.old ?? null,
    new: finding.new ?? null,
    classes: difference?.classes.join(' ') ?? '',
    // The one thing that is changed in it: a formula behind a semicolon.
    shownOld: (difference?.old ?? '').replace(/;["\p{White_Space}]*[=+\-@]/gu, (found) => {
      const code = found
        .charCodeAt(found.length - 1)
        .toString(16)
        .toUpperCase()
        .padStart(4, '0');
      return `${found.slice(0, -1)}⟨U+${code}⟩`;
    }),
    tier: person?.correlation?.tier ?? '',
    evidence: person?.correlation?.evidence.join(' ') ?? '',
    others: String(others?.length ?? ''),
  };
}

const FIELDS = ['file', 'name', 'sso', 'scim', 'username', 'employee id', 'immutable id', 'external id'] as const;

function userIn(row: CsvRow, side: string): unknown[] {
  const values = FIELDS.map((field) => valueIn(row[`${side} ${field}`]));
  return [row[`${side} line`], row[`${side} active`], ...values];
}

function expectedUser(person: Person | null, side: 'old' | 'new' | 'app'): unknown[] {
  const user = person?.[side] ?? null;
  if (user === null) return ['', '', ...FIELDS.map(() => null)];
  const { file, line, name, sso, scim, username, ids, active } = user;
  const numbers = [ids['employee-id'], ids['immutable-id'], ids['external-id']];
  return [String(line), active ? 'yes' : 'no', file, name, sso, scim, username, ...numbers];
}

/** One row for everybody whom there is something to tell; none begins a formula, and each name is had back exactly. */
function assertNotices(notify: string, { people }: Report): void {
  for (const line of linesOf(notify)) expect(LIVE_IN_CSV.test(line)).toBe(false);
  const rows = readCsvReport(notify);
  const told = people.filter(({ old, new: next, owner }) => old?.active === true || next?.active === true || owner);
  expect(rows).toHaveLength(told.length);
  rows.forEach((row, index) => {
    for (const cell of Object.values(row)) expect(looksLikeFormula(cell)).toBe(false);
    const { old, new: next, app } = told[index] ?? {};
    const name = valueIn(row.name);
    expect(name === null || [old?.name, next?.name, app?.name].includes(name)).toBe(true);
  });
}
