import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noEmail } from '../../src/loaders/no-email.ts';
import { detectProfile } from '../../src/loaders/profiles/index.ts';
import { ROOT } from '../architecture/sources.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { rawTable } from './tables.ts';

const OLD = 'email,name\nann@example.com,Ann Lee\n';

/** What is said of a file on the new side. */
async function said(content: string, ...args: readonly string[]): Promise<string> {
  const files = tempFiles({ 'old.csv': OLD, 'new.csv': content });
  const ran = await runCommand(['check', '--old', files['old.csv'], '--new', files['new.csv'], ...args]);
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  return ran.stderr;
}

describe('a file that is no export', () => {
  it.each([
    ['prose', '# A page\n\nWrite to ann@example.com, or do not.\n', 'Read as CSV, it has one column, "# A page". '],
    ['a program', '// one, two, three\nconst a = 1, b = 2, c = 3;\n', 'it has 3 columns, "// one", " two", " three". '],
    [
      'settings',
      '[{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}]',
      'Read as JSON, it has 6 columns, "a", "b", "c", "d", "e" and others. ',
    ],
  ])('is called that: %s', async (_, content, columns) => {
    const text = await said(content);
    expect(text).toContain('This does not look like an export of users: no column holds email addresses.');
    expect(text).toContain(columns);
    expect(text).toContain('--new-map sso=COLUMN --new-map scim=COLUMN.');
  });
});

describe('an export with addresses in a column of another name', () => {
  it('is not called none, and the column is named', async () => {
    const text = await said('who,reach\nAnn,ann@example.com\nBob,\nCem,cem@example.com\nDee,none\n');
    expect(text).toContain(
      'No column of this file is known to hold the email that is sent. Addresses are in "reach". Say which:',
    );
    expect(text).toContain('Its columns are: "who", "reach".');
  });

  it('is not found by a stray address', () => {
    const table = rawTable(
      ['who', 'note'],
      [
        ['Ann', 'ask bob@example.com'],
        ['Bob', 'bob@example.com'],
        ['Cem', 'no'],
        ['Dee', 'no'],
      ],
    );
    expect(noEmail(table, detectProfile(table.header), 'old', false).message).toContain(
      'no column holds email addresses',
    );
  });

  it('asks for one column of the app’s list', () => {
    const table = rawTable(['who', 'reach'], [['Ann', 'ann@example.com']]);
    const { message } = noEmail(table, detectProfile(table.header), 'app', false);
    expect(message).toContain('Say which: --app-map email=COLUMN. Its columns');
  });
});

it('Get-ADUser with its default columns has to be run again with -Properties', async () => {
  const text = await said(readFileSync(join(ROOT, 'fixtures/exports/ad-get-aduser-csv/default-columns.csv'), 'utf8'));
  expect(text).toContain('export again with -Properties EmailAddress,');
  expect(text).toContain(
    'Addresses are in "UserPrincipalName". Say which: --new-map sso=COLUMN --new-map scim=COLUMN.',
  );
});

it('says what it means that neither email is sent', async () => {
  const text = await said(OLD, '--new-map', 'sso=-', '--new-map', 'scim=-');
  expect(text).toContain(
    '--new-map sso=- and --new-map scim=- say that no email is sent at all, so that there is nothing to compare. ' +
      'Name a column: --new-map sso=COLUMN or --new-map scim=COLUMN.',
  );
  expect(text).not.toContain('known to hold');
});

it('says so of the app’s list in the singular, which has one email', () => {
  const table = rawTable(['who', 'reach'], [['Ann', 'ann@example.com']]);
  expect(noEmail(table, detectProfile(table.header), 'app', true).message).toContain(
    '--app-map email=- says that no email is sent at all, so that there is nothing to compare. Name a column: --app-map email=COLUMN.',
  );
});
