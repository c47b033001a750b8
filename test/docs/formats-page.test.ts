import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PROFILE_IDS, profileById } from '../../src/loaders/profiles/index.ts';
import { loadUsers } from '../../src/node.ts';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTED } from '../loaders/exported/index.ts';
import { HOW_A_FILE_IS_READ } from './how-a-file-is-read.ts';

const INTRODUCTION = `# Export formats

A format is recognised by its columns, whatever the file is called; \`--old-profile\`, \`--new-profile\` and \`--app-profile\` overrule that. The columns below
are what is taken for the email that is sent where nobody says: an assumption, which the report names (\`mapping-assumed\`).
Say what is really sent with \`--old-map sso=COLUMN\` and \`scim=COLUMN\`; in JSON, COLUMN is a dotted path, such as \`profile.email\`.

This page is made from the code and its fixtures (\`npm run docs\`). A source in brackets says what of a format was not seen in a real file.

| profile | what it is | files | email, if nobody says | source |
|---|---|---|---|---|
`;

/** What is read of the fixtures of one format. */
async function rowOf(id: (typeof PROFILE_IDS)[number]): Promise<string> {
  const formats = new Set<string>();
  const columns = new Set<string>();
  for (const { file, side = 'new', map, format = 'csv' } of EXPORTED.filter((entry) => dirname(entry.file) === id)) {
    formats.add(format);
    if (map !== undefined) continue;
    const [input] = (await loadUsers(join(ROOT, 'fixtures/exports', file), { side })).inputs;
    if (input?.mapping.sso != null) columns.add(input.mapping.sso);
    if (side !== 'app' && input?.mapping.scim != null) columns.add(input.mapping.scim);
  }
  expect(columns.size, id).toBeGreaterThan(0);
  const { source } = profileById(id);
  const title = profileById(id).title.replaceAll('|', '\\|');
  const email = [...columns].map((column) => `\`${column}\``).join(' or ');
  return `| \`${id}\` | ${title} | ${[...formats].join(', ')} | ${email} | ${source.replace(/(?<=^|[\s;,])(https:\/\/[^\s;,]+)/g, '<$1>')} |\n`;
}

it('docs/formats.md lists every format', async () => {
  const rows = await Promise.all(PROFILE_IDS.map(rowOf));
  await expect(`${INTRODUCTION}${rows.join('')}${HOW_A_FILE_IS_READ}`).toMatchFileSnapshot(
    join(ROOT, 'docs/formats.md'),
  );
});
