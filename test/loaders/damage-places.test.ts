import { expect, test } from 'vitest';
import { checkReport, runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const HEADER = 'email,name,employeeId,notes';
const ANN = 'ann@example.com,Ann Lee,1,';
const LONG = 'smtp:ann@example.com;'.repeat(1600).slice(0, 32_767);
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);

// Line 3 of the new export has one damaged cell.
test.each([
  ['the name of a type', 'lossy-cell', 'name', 'bob@example.com,System.String[],2,', 'System.String[]'],
  ['an error of a spreadsheet', 'lossy-cell', 'employeeId', 'bob@example.com,Bob Roe,#N/A,', '#N/A'],
  ['a list that was cut', 'lossy-cell', 'name', 'bob@example.com,"{Bob, B, R, o...}",2,', '{Bob, B, R, o...}'],
  ['a cell that was cut', 'lossy-cell', 'name', `bob@example.com,${LONG},2,`, 'cut off after 32,767 characters'],
  ['a letter lost as ?', 'encoding-lossy', 'name', 'bob@example.com,B?b Roe,2,', 'B?b Roe'],
  ['a letter lost as U+FFFD', 'encoding-lossy', 'name', 'bob@example.com,B\uFFFDb Roe,2,', 'B'],
])('%s is told with its place, and shorter than itself', async (_what, kind, column, bob, told) => {
  const files = tempFiles({
    'old.csv': `${HEADER}\n${ANN}\nbob@example.com,Bob Roe,2,\n`,
    'new.csv': `${HEADER}\n${ANN}\n${bob}\n`,
  });
  const args = ['--old', files['old.csv'], '--new', files['new.csv'], ...MAPS];
  const { report } = await checkReport(args);
  const [found] = report.inputFindings.filter((finding) => finding.kind === kind);
  expect(found).toMatchObject({ severity: 'error', side: 'new', file: files['new.csv'], line: 3, column });
  expect(found?.message).toContain(told);
  expect(found?.message.length).toBeLessThan(300);
  const { stdout } = await runCommand(['check', ...args]);
  expect(stdout).toContain(`${files['new.csv']}:3\n`);
  expect(stdout).toContain(`column \u201c${column}\u201d`);
});

test('a cell that was cut where nothing is read from the column is a warning', async () => {
  const files = tempFiles({ 'old.csv': `${HEADER}\n${ANN}\n`, 'new.csv': `${HEADER}\n${ANN}${LONG}\n` });
  const { report } = await checkReport(['--old', files['old.csv'], '--new', files['new.csv'], ...MAPS]);
  const lossy = report.inputFindings.filter(({ kind }) => kind === 'lossy-cell');
  expect(lossy).toMatchObject([{ severity: 'warning', line: 2, column: 'notes' }]);
});
