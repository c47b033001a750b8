import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Inspection, inspectionReportSchema } from '../../src/inspect/inspection.ts';
import { inspect } from '../../src/node/inspect.ts';
import { readTable } from '../../src/node/readers/read-table.ts';
import { loadUsers } from '../../src/node.ts';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTED } from '../loaders/exported/index.ts';
import { inspectionReport, inspectionText } from './inspected.ts';

const EXPORTS = join(ROOT, 'fixtures/exports');
const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(inspectionReportSchema));

describe.each(EXPORTED)('$file', ({ file, side, people, ...expected }) => {
  const path = join(EXPORTS, file);
  const { format = 'csv', encoding, delimiter, users, notPeople = 0, again = 0 } = expected;

  it('is described as its README says', async () => {
    const [found] = (await inspect([path])).files;
    expect(found).toMatchObject({ file: path, format, encoding, delimiter, users, rejected: 0 });
    expect(found).toMatchObject({ records: users + notPeople + again, excluded: notPeople + again });
    expect(found?.profile.id).toBe(dirname(file));
    expect(found?.side).toBe(side === 'app' ? 'app' : 'old');
  });

  it('adds up', async () => {
    const [found] = (await inspect([path])).files;
    if (found === undefined) throw new Error('not inspected');
    expect(found.users + found.rejected + found.excluded).toBe(found.records);
    expect(found.active + found.inactive + found.statusUnknown).toBe(found.users);
    expect(Object.values(found.excludedReasons).reduce((sum, count) => sum + (count ?? 0), 0)).toBe(found.excluded);
    for (const { top, otherAddresses, column } of found.domains) {
      const addresses = top.reduce((sum, domain) => sum + domain.addresses, otherAddresses);
      expect(addresses).toBe(found.columns.find((each) => each.column === column)?.addresses);
    }
  });

  it('has as many active users as a check finds', async () => {
    const [found] = (await inspect([path])).files;
    const status = found?.mapping.status;
    // A fixture whose status has to be mapped is described without.
    if (status == null) return;
    const load = async (as: 'old' | 'new') => (await loadUsers(path, { side: as, map: sentMap(found) })).users;
    if (side === 'app') {
      const rows = (await loadUsers(path, { side: 'app' })).users;
      expect(found?.active).toBe(rows.filter(({ active }) => active).length);
      return;
    }
    // A status that is not known is active on one side and inactive on the other.
    expect(found?.active).toBe((await load('new')).filter(({ active }) => active).length);
    expect((found?.active ?? 0) + (found?.statusUnknown ?? 0)).toBe(
      (await load('old')).filter(({ active }) => active).length,
    );
  });

  it('is recognised by headers that stand in it', async () => {
    const { header } = await readTable(path);
    const [found] = (await inspect([path])).files;
    expect(header).toEqual(expect.arrayContaining([...(found?.profile.decidedBy ?? [])]));
    expect(found?.profile.decidedBy.length === 0).toBe(found?.profile.id === 'generic');
    for (const { found: there } of found?.profile.close ?? [])
      expect(header).toEqual(expect.arrayContaining([...there]));
  });

  it('has each of its columns counted right', async () => {
    const table = await readTable(path);
    const [found] = (await inspect([path])).files;
    const loaded = await loadUsers(path, { side: side ?? 'old', map: side === 'app' ? {} : sentMap(found) });
    const lines = new Set(loaded.users.map(({ line }) => line));
    const rows = table.rows.filter((_, index) => lines.has(table.lines[index] ?? 0));
    let seen = 0;
    for (const column of found?.columns ?? []) {
      const index = table.header.indexOf(column.column);
      if (index < 0 || column.kind === 'aliases') continue;
      seen += 1;
      const cells = rows
        .map((row) => (row[index] ?? '').split('\u001F')[0]?.trim() ?? '')
        .filter((cell) => cell !== '');
      const isAddress = column.kind === 'email' || column.kind === 'username';
      // One of the fixtures writes a dash where there is no id.
      expect(column.filled, column.column).toBe(cells.filter((cell) => isAddress || cell !== '-').length);
      if (isAddress) expect(column.addresses, column.column).toBe(cells.filter((cell) => cell.includes('@')).length);
      // No fixture has two addresses or ids that are the same but for spelling.
      const ids = cells.filter((cell) => cell !== '-').map((cell) => cell.replace(/^0+(?=\d+$)/, ''));
      expect(column.distinct, column.column).toBe(new Set(ids).size);
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('tells nobody’s address or id', async () => {
    const { files, ...rest } = await inspectionReport([path]);
    const report = JSON.stringify({ ...rest, files: files.map((found) => ({ ...found, sha256: '' })) });
    const text = await inspectionText([path], true);
    for (const [sso, username, , id] of Object.values(people)) {
      for (const value of [sso, username, id]) {
        // Shorter ones stand in any digest.
        if (value === null || value.length < 4) continue;
        expect(report).not.toContain(JSON.stringify(value).slice(1, -1));
        expect(text).not.toContain(value);
      }
    }
    expect(text.replaceAll(path, '')).not.toMatch(/[\p{L}\p{N}]@[\p{L}\p{N}]/u);
  });

  it('has a JSON form as its schema says', async () => {
    const report = await inspectionReport([path]);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    const checked = inspectionReportSchema.parse(report);
    // Also for the compiler: what is written is an inspection.
    const inspection: Pick<Inspection, 'overlaps' | 'next'> = checked;
    expect(inspection.overlaps).toHaveLength(0);
    const files: Inspection['files'] = checked.files;
    expect(files).toHaveLength(1);
  });
});

/** The email columns that an inspection names, for files whose header does not tell. */
function sentMap(found: Inspection['files'][number] | undefined): Record<string, string> {
  const { sso, scim } = found?.mapping ?? {};
  return found?.emailFoundBy === 'header' || sso == null || scim == null ? {} : { sso, scim };
}

it('covers every fixture', () => {
  const files = readdirSync(EXPORTS, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  expect(EXPORTED.map(({ file }) => file).sort()).toEqual(files.filter((name) => !name.endsWith('.md')).sort());
});
