import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PROFILE_FACTS } from '../../src/loaders/profiles/facts.ts';
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

const DEFAULTS = `
## What is sent by default, and what may not be concluded

What each vendor sends unless an app is set up otherwise, where that is documented, and what a column that is not there does not say. What is assumed above follows
Claude's setup guides, which ask for the email: where a vendor sends something else by default, that is among the columns that the report compares it with.
`;

type Id = (typeof PROFILE_IDS)[number];

/** What is read of the fixtures of one format. */
async function rowOf(id: Id): Promise<string> {
  const formats = new Set<string>();
  const columns = new Set<string>();
  for (const { file, side = 'new', map, format = 'csv' } of EXPORTED.filter((entry) => dirname(entry.file) === id)) {
    formats.add(format);
    if (map !== undefined) continue;
    const [input] = (await loadUsers(join(ROOT, 'fixtures/exports', file), { side })).inputs;
    if (input?.mapping.sso != null) columns.add(input.mapping.sso);
    if (side !== 'app' && input?.mapping.scim != null) columns.add(input.mapping.scim);
  }
  const { source, withoutEmail } = profileById(id);
  expect(columns.size > 0 || withoutEmail !== undefined, id).toBe(true);
  const title = profileById(id).title.replaceAll('|', '\\|');
  const email = [...columns].map((column) => `\`${column}\``).join(' or ') || 'none: it has to be said';
  return `| \`${id}\` | ${title} | ${[...formats].join(', ')} | ${email} | ${linked(source)} |\n`;
}

function factsOf(id: Id): string {
  if (id === 'generic') return '';
  const { sso, scimUserName, scimEmail, defaultsSource, absent } = PROFILE_FACTS[id];
  const scim = scimUserName === null ? 'nothing' : `userName: ${scimUserName}; email: ${scimEmail}`;
  return (
    `\n### ${profileById(id).title.replaceAll('|', '\\|')}\n\n- id: \`${id}\`\n- sign-in: ${sso}\n- SCIM: ${scim}\n` +
    `- source: ${linked(defaultsSource)}\n- not to be concluded: ${absent}\n`
  );
}

function linked(text: string): string {
  return text.replace(/(?<=^|[\s;,])(https:\/\/[^\s;,]+)/g, '<$1>');
}

it('docs/formats.md lists every format', async () => {
  const rows = await Promise.all(PROFILE_IDS.map(rowOf));
  const page = `${INTRODUCTION}${rows.join('')}${HOW_A_FILE_IS_READ}${DEFAULTS}${PROFILE_IDS.map(factsOf).join('')}`;
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs/formats.md'));
});
