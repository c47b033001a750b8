import { dirname } from 'node:path';
import { EXAMPLE_OPTIONS, type Example } from '../../src/explain/explanation.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { workbookOf } from '../support/workbook.ts';

/** Runs `check` on an example; the text report names its files without their directory. */
export async function reportOf(example: Example): Promise<string> {
  const { old, new: next, app, crosswalk, config, more, sheets, options = EXAMPLE_OPTIONS } = example;
  const paths = tempFiles({
    'old.csv': file(old, more?.old),
    'new.csv': file(next, more?.new),
    'new.xlsx': workbookOf(
      sheets === undefined
        ? []
        : [
            { name: sheets.new, rows: rowsOf(next) },
            { name: sheets.further, rows: rowsOf(sheets.lines) },
          ],
    ),
    'app.csv': file(app ?? [], 0),
    'crosswalk.csv': file(crosswalk ?? [], 0),
    'idp-preflight.yaml': file(config ?? [], 0),
  });
  const { stdout, stderr } = await runCommand([
    'check',
    '--old',
    paths['old.csv'],
    '--new',
    paths[sheets === undefined ? 'new.csv' : 'new.xlsx'],
    ...(app === undefined ? [] : ['--app', paths['app.csv']]),
    ...(crosswalk === undefined ? [] : ['--crosswalk', paths['crosswalk.csv']]),
    ...(config === undefined ? [] : ['--config', paths['idp-preflight.yaml']]),
    ...options.split(' '),
  ]);
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  return stdout.replaceAll(`${dirname(paths['old.csv'])}/`, '').replace(/^ {2}/gm, '');
}

/** Rows of a sheet by their number. */
function rowsOf(lines: readonly string[]): Record<number, string[]> {
  return Object.fromEntries(lines.map((line, index) => [index + 1, line.split(',')]));
}

/** The rows that are shown, and those that are not, which have the columns of the first example of this kind. */
function file(lines: readonly string[], more = 0): string {
  const rest = Array.from({ length: more }, (_, n) => `p${n}@example.com,p${n}@example.com,${n + 100},,active`);
  return `${[...lines, ...rest].join('\n')}\n`;
}
