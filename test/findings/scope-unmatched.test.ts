import { describe, expect, it } from 'vitest';
import { checkReport, runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const HEAD = 'sso,scim,department';
const row = (name: string, department: string) => `${name}@example.com,${name}@example.com,${department}`;
const table = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`;
const ANN = row('ann', 'Sales');
const C3PO = row('c3po', 'Robots');
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=sso', `--${side}-map`, 'scim=scim']);

/** What the report says of rules that match nothing; the old side may have several files. */
async function messages(old: readonly string[], args: readonly string[], next = table(ANN)): Promise<string[]> {
  const files = tempFiles({ ...Object.fromEntries(old.map((text, n) => [`old${n}`, text])), next });
  const sides = Object.entries(files).flatMap(([name, path]) => [name === 'next' ? '--new' : '--old', path]);
  const { report } = await checkReport([...sides, ...MAPS, ...args]);
  return report.inputFindings.filter(({ kind }) => kind === 'scope-unmatched').map(({ message }) => message);
}

describe('a rule of scope that matches nothing', () => {
  it('is told with what it may have meant', async () => {
    expect(await messages([table(ANN, C3PO)], ['--old-exclude', 'Department=robts*'])).toEqual([
      '--old-exclude “Department=robts*” matches no record of the old side, so it leaves nobody out: did you mean “department=Robots*”?',
    ]);
  });

  it('or else with the most frequent values', async () => {
    const rows = ['d', 'e', 'f', 'g'].map((name) => row(name, 'Field Service'));
    const rest = [row('h', 'Legal'), row('i', 'Legal'), row('j', 'HR'), C3PO];
    const said = ['--old-only', 'department=Sales', '--old-only', 'department=Finance'];
    expect(await messages([table(ANN, ...rows, ...rest)], said)).toEqual([
      '--old-only “department=Finance” matches no record of the old side, so it lets nobody in: in that column stand “Field Service” (4), “Legal” (2), “Sales” (1) and others.',
    ]);
  });

  it('of an empty cell, or of a column in which nothing stands, is told like that', async () => {
    const [empty] = await messages([table(ANN)], ['--old-exclude', 'department=']);
    expect(empty).toContain('leaves nobody out: no cell of that column is empty.');
    const [nothing] = await messages([table(row('ann', ' '))], ['--old-exclude', 'department=x']);
    expect(nothing).toContain('leaves nobody out: nothing stands in that column.');
  });

  it('is none where it matches in one file of the side', async () => {
    const pages = [table(ANN), table(row('bob', 'Sales'), C3PO)];
    expect(await messages(pages, ['--old-exclude', 'department=Robots'])).toEqual([]);
    const both = await messages(pages, ['--old-exclude', 'department=Finance']);
    expect(both).toHaveLength(1);
    expect(both[0]).toContain('“Sales” (2), “Robots” (1).');
  });

  it('is none where it matches what another rule, or something else, leaves out already', async () => {
    const said = ['--old-only', 'department=Sales', '--old-exclude', 'department=Robots'];
    expect(await messages([table(ANN, C3PO)], said)).toEqual([]);
    const again = ['--old-exclude', 'department=Sales', '--old-exclude', 'sso=ann*'];
    expect(await messages([table(ANN, C3PO)], again, table(C3PO))).toEqual([]);
  });

  it('shows what cannot be seen', async () => {
    const [message] = await messages(
      [table(row('ann', 'Field\u00A0Service'))],
      ['--old-exclude', 'department=Field Service'],
    );
    expect(message).toContain('“department=Field⟨U+00A0⟩Service”');
  });

  it('is named where it leaves nobody', async () => {
    const { old, next } = tempFiles({ old: table(ANN, C3PO), next: table(ANN) });
    const args = ['check', '--old', old, '--new', next, ...MAPS];
    const { status, stderr } = await runCommand([...args, '--old-only', 'department=Sails']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'The old side has no users: 2 left out (out-of-scope). --old-only “department=Sails” matches no record of the old side, so it lets nobody in: did you mean “department=Sales”? Check the export',
    );
    // It is not the rule's fault where it matches somebody.
    const other = await runCommand([...args, '--old-only', 'department=Sales', '--old-exclude', 'sso=*']);
    expect(other.stderr).toContain('The old side has no users: 2 left out (out-of-scope). Check the export');
  });
});
