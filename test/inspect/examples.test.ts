import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/node/inspect.ts';
import { ROOT } from '../architecture/sources.ts';
import { exitStatus, inspectionText } from './inspected.ts';

const OKTA = join(ROOT, 'examples/okta-users.csv');
const ENTRA = join(ROOT, 'examples/entra-users.csv');

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, bom: true }) as Row[];
}

describe('the examples', () => {
  const okta = rowsOf(OKTA);
  // Entra Connect's own account is no person.
  const entra = rowsOf(ENTRA).filter(({ userPrincipalName }) => userPrincipalName?.startsWith('Sync_') !== true);
  const active = {
    // The other words of its status column are active, says examples/README.md.
    okta: okta.filter(({ status }) => status !== 'DEPROVISIONED' && status !== 'SUSPENDED' && status !== 'STAGED'),
    entra: entra.filter(({ accountEnabled }) => accountEnabled === 'True'),
  };

  it('are described as their README says', async () => {
    const [old, next] = (await inspect([OKTA, ENTRA])).files;
    expect(old).toMatchObject({ side: 'old', records: 209, users: 209, rejected: 0, excluded: 0 });
    expect(next).toMatchObject({ side: 'new', records: 208, users: 207, rejected: 0, excluded: 1 });
    // The eight who left and are deactivated; two leavers, two by mistake, a room and a mailbox.
    expect(old).toMatchObject({ active: 201, inactive: 8, statusUnknown: 0 });
    expect(next).toMatchObject({ active: 201, inactive: 6, statusUnknown: 0 });
    expect(old?.active).toBe(active.okta.length);
    expect(next?.active).toBe(active.entra.length);
    expect(old?.profile.decidedBy).toEqual(['login', 'firstName', 'lastName', 'email']);
    expect(old?.defects).toEqual([]);
  });

  it('have the columns that a spreadsheet would count', async () => {
    const [old, next] = (await inspect([OKTA, ENTRA])).files;
    const count = (rows: readonly Row[], column: string, form: (value: string) => string = (value) => value) => {
      const values = rows.map((row) => row[column] ?? '').filter((value) => value !== '');
      return { filled: values.length, distinct: new Set(values.map(form)).size };
    };
    const bare = (value: string) => value.replace(/^0+(?=\d+$)/, '').toLowerCase();
    const column = (file: typeof old, name: string) => file?.columns.find(({ column }) => column === name);
    for (const name of ['email', 'login', 'secondEmail']) expect(column(old, name)).toMatchObject(count(okta, name));
    for (const name of ['mail', 'userPrincipalName', 'id'])
      expect(column(next, name)).toMatchObject(count(entra, name));
    expect(column(old, 'employeeNumber')).toMatchObject({
      ...count(okta, 'employeeNumber', bare),
      // Lucía Ferrándiz's first record is deactivated.
      sharedByActive: 0,
      kind: 'employee-id',
    });
    // Orla Kilbride and Nadia Bouzid.
    expect(column(next, 'employeeId')).toMatchObject({ ...count(entra, 'employeeId', bare), sharedByActive: 1 });
    // Shabnam Kazemi and Kieran Loughnane.
    expect(column(next, 'mail')).toMatchObject({ sharedByActive: 1, kind: 'email', readAs: ['sso', 'scim'] });
    expect(column(next, 'id')).toMatchObject({ kind: 'provider-id' });
    // Of other people: a manager's address is no column of an email.
    expect(column(old, 'managerId')).toBeUndefined();
  });

  it('show what nobody sees', async () => {
    const [, next] = (await inspect([OKTA, ENTRA])).files;
    expect(next?.defects.filter(({ kind }) => kind === 'hidden-character')).toEqual([
      expect.objectContaining({
        column: 'mail',
        count: 5,
        // Fergus Tolmie, Gaëtan Lemoissonnier, Isamu Kitahashi, Paloma Iturralde, Zainab Mustapha.
        places: [
          { line: 65, endLine: 65, note: 'space at the end' },
          { line: 68, endLine: 68, note: 'U+00A0 at the end' },
          { line: 86, endLine: 86, note: 'space at the end' },
          { line: 148, endLine: 148, note: 'space at the end' },
          { line: 206, endLine: 206, note: 'U+200B at the start' },
        ],
      }),
    ]);
  });

  it('overlap as their README says', async () => {
    const [overlap] = (await inspect([OKTA, ENTRA])).overlaps;
    const form = (value: string | undefined) => (value ?? '').replace(/^0+(?=\d+$)/, '').toLowerCase();
    const ids = (rows: readonly Row[], name: string) => rows.map((row) => form(row[name])).filter((id) => id !== '');
    const [olds, news] = [new Set(ids(okta, 'employeeNumber')), new Set(ids(entra, 'employeeId'))];
    const inBoth = [...olds].filter((id) => news.has(id)).length;
    const once = (all: readonly string[]) => new Set(all.filter((id) => all.indexOf(id) === all.lastIndexOf(id)));
    const [oldOnce, newOnce] = [once(ids(active.okta, 'employeeNumber')), once(ids(active.entra, 'employeeId'))];
    const pairs = [...oldOnce].filter((id) => newOnce.has(id)).length;
    expect(overlap?.bestId).toEqual({
      old: 'employeeNumber',
      new: 'employeeId',
      kind: 'employee-id',
      pairsPeople: true,
      inBoth,
      onlyOld: olds.size - inBoth,
      onlyNew: news.size - inBoth,
      pairs,
    });
    // Letter case 8, space 3, no-break space 1, zero-width space 1, letter and mark 1; another domain 4, another address of
    // a rehire 1, each other's address 2, a shared one 2, a guest's copied name 1; five have no licence.
    const mail = overlap?.emails.find((each) => each.old === 'email' && each.new === 'mail');
    expect(mail).toMatchObject({ isAssumed: true, paired: { spelling: 14, different: 10, missing: 5 } });
    expect(mail?.paired?.equal).toBe(pairs - 29);
  });

  it('leave the question which attribute is sent', async () => {
    const { next } = await inspect([OKTA, ENTRA]);
    const differing = (rows: readonly Row[], a: string, b: string) => rows.filter((row) => row[a] !== row[b]).length;
    expect(differing(active.okta, 'email', 'login')).toBe(3);
    const asked = next?.questions.filter(({ about }) => about === 'which-attribute').map(({ message }) => message);
    expect(asked).toEqual([
      expect.stringContaining(
        'SSO and SCIM setup in the old IdP read: “email” or “login” (differs for 3 active users)?',
      ),
      expect.stringContaining(
        `“mail” or “userPrincipalName” (differs for ${differing(active.entra, 'mail', 'userPrincipalName')} active users)?`,
      ),
    ]);
    expect(next?.args.slice(1)).toEqual([
      ...['--old', OKTA, '--old-map', 'sso=email', '--old-map', 'scim=email'],
      ...['--new', ENTRA, '--new-map', 'sso=mail', '--new-map', 'scim=mail'],
    ]);
    expect((await exitStatus(next?.args ?? [])).status).toBe(1);
  });

  it('of the fixed exports lead to an open gate', async () => {
    const fixed = [OKTA, ENTRA].map((file) => file.replace('.csv', '-fixed.csv'));
    const { next, files } = await inspect(fixed);
    expect(files.flatMap(({ defects }) => defects)).toEqual([]);
    expect((await exitStatus(next?.args ?? [])).status).toBe(0);
  });

  it('fit on a screen', async () => {
    const here = process.cwd();
    process.chdir(ROOT);
    try {
      const lines = (await inspectionText(['examples/okta-users.csv', 'examples/entra-users.csv'])).split('\n');
      expect(lines.length).toBeLessThanOrEqual(53);
      expect(lines.filter((line) => line.length > 110)).toEqual([]);
    } finally {
      process.chdir(here);
    }
  });
});
