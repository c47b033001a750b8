import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTable } from '../../src/loaders/load-table.ts';
import { PROFILE_IDS, profileById } from '../../src/loaders/profiles/index.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import { readTable } from '../../src/node/readers/read-table.ts';
import { loadUsers } from '../../src/node.ts';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTED } from './exported/index.ts';

const EXPORTS = join(ROOT, 'fixtures/exports');

describe.each(EXPORTED)('$file', ({ file, side = 'new', map, people, more = {}, ...expected }) => {
  const { format = 'csv', encoding, delimiter, users, notPeople = 0, again = 0, mapping = {} } = expected;

  it('is read as its README says', async () => {
    const loaded = await loadUsers(join(EXPORTS, file), { side, map });
    const [input] = loaded.inputs;
    expect(input).toMatchObject({ format, encoding, delimiter, users, rejected: 0, mapping });
    expect(input).toMatchObject({ records: users + notPeople + again, excluded: notPeople + again });
    expect(input?.excludedReasons).toEqual({
      ...(notPeople === 0 ? {} : { 'not-a-person': notPeople }),
      ...(again === 0 ? {} : { 'same-record-again': again }),
    });
    expect(input?.profile).toBe(dirname(file));
    const at = (line: string) => loaded.users.find((candidate) => candidate.line === Number(line));
    for (const [line, [sso, username, name, id, active]] of Object.entries(people)) {
      const scim = side === 'app' ? null : sso;
      expect(at(line), `line ${line}`).toMatchObject({ sso, scim, username, name, active });
      expect(at(line)?.ids?.['employee-id']).toBe(id);
    }
    for (const [line, values] of Object.entries(more)) expect(at(line), `line ${line}`).toMatchObject(values);
  });

  it('is read alike with its columns in another order', async () => {
    const table = await readTable(join(EXPORTS, file));
    const backwards = {
      ...table,
      header: [...table.header].reverse(),
      rows: table.rows.map((cells) => table.header.map((_, index) => cells[index] ?? '').reverse()),
    };
    const usersOf = (raw: typeof table) => {
      const users = new UserColumns(side);
      loadTable(raw, { side, map }, users, new Map());
      return Array.from({ length: users.length }, (_, index) => users.record(index));
    };
    expect(usersOf(backwards)).toEqual(usersOf(table));
  });
});

describe('profiles', () => {
  it('have a fixture of ten people or more, and its source', () => {
    for (const id of PROFILE_IDS) {
      const ofProfile = EXPORTED.filter(({ file }) => dirname(file) === id);
      const people = ofProfile.reduce((sum, { users }) => sum + users, 0);
      expect(people, id).toBeGreaterThanOrEqual(10);
      expect(readFileSync(join(EXPORTS, id, 'README.md'), 'utf8')).toMatch(/https?:\/\//);
    }
  });

  it('say where their format is documented', () => {
    for (const id of PROFILE_IDS) if (id !== 'generic') expect(profileById(id).source, id).toMatch(/^https:\/\//);
  });

  it('name columns by keys that a header can have', () => {
    const name = /^[a-z0-9]+(?:#[a-z0-9]*|(?:\|[a-z0-9]+)+)?$/;
    for (const id of PROFILE_IDS) {
      const profile = profileById(id);
      const { columns, givenName, familyName, plausible, detect, detectAlso = [], entries = {} } = profile;
      const { otherNames = {}, statusWords = {}, standIn, recordFor = 'none', wrapping } = profile;
      const names = [
        ...[Object.values(columns), givenName, familyName, plausible, detect, detectAlso, Object.keys(entries)].flat(2),
        ...[Object.entries(otherNames), Object.keys(statusWords), standIn?.columns ?? []].flat(2),
        ...[recordFor, wrapping?.anchor ?? 'none'],
      ];
      for (const text of names) expect(text, id).toMatch(name);
    }
  });
});

it('every fixture has a row here', () => {
  for (const id of readdirSync(EXPORTS)) {
    for (const file of readdirSync(join(EXPORTS, id))) {
      if (file !== 'README.md') expect(EXPORTED.map((row) => row.file)).toContain(`${id}/${file}`);
    }
  }
  expect(EXPORTED.every(({ file }) => existsSync(join(EXPORTS, file)))).toBe(true);
});
