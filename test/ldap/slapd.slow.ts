import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIST_SEPARATOR } from '../../src/loaders/list-cell.ts';
import { loadUsers } from '../../src/node/load-users.ts';
import { readTable } from '../../src/node/readers/read-table.ts';
import { AROUND, asLdif, BASE, DIRECTORY, type Entry } from './people.ts';
import { Slapd, type Written } from './slapd.ts';

const ENTRIES = { ...AROUND, ...DIRECTORY };
let slapd: Slapd;

beforeAll(async () => {
  slapd = await Slapd.start();
  await slapd.add(asLdif(ENTRIES));
});
afterAll(() => slapd.stop());

/** Every way in which somebody takes an export of the whole directory. */
const EXPORTS: Readonly<Record<string, () => Promise<Written>>> = {
  slapcat: () => slapd.cat(),
  'ldapsearch -LLL': () => slapd.search('-LLL', '-b', BASE),
  'ldapsearch -LLL, lines that are not folded': () => slapd.search('-LLL', '-o', 'ldif-wrap=no', '-b', BASE),
  'ldapsearch -LLL, narrow lines': () => slapd.search('-LLL', '-o', 'ldif-wrap=20', '-b', BASE),
  'ldapsearch -LL': () => slapd.search('-LL', '-b', BASE),
  'ldapsearch -L': () => slapd.search('-L', '-b', BASE),
  ldapsearch: () => slapd.search('-b', BASE),
  'ldapsearch in pages of two': () => slapd.search('-E', 'pr=2/noprompt', '-b', BASE),
  'ldapsearch with operational attributes': () => slapd.search('-LLL', '-b', BASE, 'objectClass=*', '*', '+'),
};

const source = (bytes: Buffer) => Readable.from([bytes]);

/** What the cell of an attribute holds: its values as text, or in base64 where they are bytes. */
function cellOf(values: Entry[string]): string {
  return values
    .map((value) => (typeof value === 'string' ? value : Buffer.from(value).toString('base64')))
    .join(LIST_SEPARATOR);
}

/** Names of attributes ignore case. */
const cellsOf = (entry: Entry) =>
  Object.fromEntries(Object.entries(entry).map(([name, values]) => [name.toLowerCase(), cellOf(values)]));

describe.each(Object.entries(EXPORTS))('%s', (_name, take) => {
  test('every entry is read with every value that was loaded', async () => {
    const { status, stdout } = await take();
    expect(status).toBe(0);
    const { header, rows, rejections, format } = await readTable(source(stdout));
    expect({ format, rejections }).toEqual({ format: 'ldif', rejections: [] });
    const read = rows.map((cells) => new Map(header.map((name, column) => [name.toLowerCase(), cells[column] ?? ''])));
    expect(new Set(read.map((entry) => entry.get('dn')))).toEqual(new Set(Object.keys(ENTRIES)));
    for (const [dn, loaded] of Object.entries(ENTRIES)) {
      const entry = read.find((cells) => cells.get('dn') === dn);
      const expected = cellsOf(loaded);
      const found = Object.fromEntries(Object.keys(expected).map((name) => [name, entry?.get(name)]));
      expect(found, dn).toEqual(expected);
    }
    // Nobody was given an attribute that is somebody else's.
    const known = new Set(Object.values(ENTRIES).flatMap((entry) => Object.keys(cellsOf(entry))));
    for (const entry of read) {
      const loaded = cellsOf(ENTRIES[entry.get('dn') ?? ''] ?? {});
      for (const [name, cell] of entry) if (known.has(name)) expect(cell).toBe(loaded[name] ?? '');
    }
  });

  test('its people are users, and nobody else is', async () => {
    const { stdout } = await take();
    const { users, inputs } = await loadUsers(source(stdout), { side: 'old' });
    expect(inputs[0]).toMatchObject({
      profile: 'ldif',
      records: Object.keys(ENTRIES).length,
      users: Object.keys(DIRECTORY).length,
      rejected: 0,
      excludedReasons: { 'not-a-person': Object.keys(AROUND).length },
      mapping: { sso: 'mail', scim: 'mail', username: 'uid', name: 'displayName', 'employee-id': 'employeeNumber' },
    });
    const byName = new Map(users.map((user) => [user.username, user]));
    for (const entry of Object.values(DIRECTORY)) {
      const first = (name: string) => (entry[name] === undefined ? null : cellOf(entry[name].slice(0, 1)));
      const user = byName.get(first('uid'));
      const isEnabled = first('userAccountControl') !== '514';
      expect([user?.sso, user?.scim, user?.name, user?.active]).toEqual([
        first('mail'),
        first('mail'),
        first('displayName'),
        isEnabled,
      ]);
      expect([user?.ids?.['employee-id'] ?? null, user?.ids?.['immutable-id'] ?? null]).toEqual([
        first('employeeNumber'),
        first('objectGUID'),
      ]);
    }
  });
});

test('a search that the server cut off is no export', async () => {
  const { status, stdout, stderr } = await slapd.search('-z', '3', '-b', BASE);
  expect(status).toBe(4);
  expect(stdout.toString()).toMatch(/^result: 4 /m);
  const truncated = { code: 'ERR_INPUT_TRUNCATED', line: expect.any(Number) };
  await expect(readTable(source(stdout))).rejects.toMatchObject(truncated);
  // With -LLL, it is told on standard error alone; `> users.ldif 2>&1` has it in the file.
  const quiet = await slapd.search('-LLL', '-z', '3', '-b', BASE);
  expect(quiet.status).toBe(4);
  await expect(readTable(source(Buffer.concat([quiet.stdout, quiet.stderr])))).rejects.toMatchObject(truncated);
  expect(stderr.length + quiet.stderr.length).toBeGreaterThan(0);
});

test('an address beyond ASCII cannot be in this directory: nobody may expect it back', async () => {
  const entry = { objectClass: ['inetOrgPerson'], uid: ['x'], cn: ['x'], sn: ['x'], mail: ['bjørn@example.org'] };
  await expect(slapd.add(asLdif({ [`uid=x,ou=people,${BASE}`]: entry }))).rejects.toThrow(/syntax/i);
});
