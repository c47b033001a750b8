/** Shows an organisation and what is expected of it, for a failure that has been shrunk. */
import type { Policy } from './addresses.ts';
import { correlate } from './correlation.ts';
import { expected } from './judge.ts';
import type { Organisation, RefRow, RefUser } from './records.ts';
import type { Mode } from './simulation.ts';
import { truth } from './truth.ts';

/** What the eye would miss is spelt out. */
export function visible(value: string | null): string {
  if (value === null) return '·';
  return value
    .replace(/\p{M}/gu, (c) => `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
    .replace(/^ +| +$/g, (spaces) => '␠'.repeat(spaces.length))
    .replace(/[^\S ]|\p{Default_Ignorable_Code_Point}/gu, (c) => {
      return `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

function side(users: readonly RefUser[]): string {
  const head = [
    'ref',
    'human',
    'sso',
    'scim',
    'name',
    'active',
    'employee',
    'external',
    'immutable',
    'aliases',
    'groups',
  ];
  return table([
    head,
    ...users.map((user) => [
      user.ref,
      user.person,
      visible(user.sso),
      visible(user.scim),
      visible(user.name),
      user.active ? 'yes' : 'NO',
      visible(user.ids['employee-id']),
      visible(user.ids['external-id']),
      visible(user.ids['immutable-id']),
      visible(user.aliases.join(' | ') || null),
      visible(user.groups.join(' | ') || null),
    ]),
  ]);
}

function memberList(rows: readonly RefRow[]): string {
  return table([
    ['ref', 'human', 'email', 'name', 'account'],
    ...rows.map((row) => [row.ref, row.person, visible(row.email), visible(row.name), row.active ? 'yes' : 'NO']),
  ]);
}

export function printScenario(organisation: Organisation, mode: Mode, policy: Policy): string {
  const rows = expected(organisation, mode, policy).map((person) => [
    person.oldRef ?? '·',
    person.newRef ?? '·',
    person.appRef ?? '·',
    person.tier ?? (person.ambiguous ? 'ambiguous' : '·'),
    person.owner ? 'owner' : '·',
    person.outcome,
    person.findings.map((f) => `${f.kind}:${f.severity}`).join(' '),
  ]);
  const wrong = truth(organisation, mode, policy).map((f) => `  ${f.what}${f.excuse === null ? '' : ` [${f.excuse}]`}`);
  const ignored = correlate(organisation).ignored;
  return [
    `mode ${mode}, compare ${policy}`,
    '',
    side(organisation.old),
    '',
    side(organisation.new),
    '',
    ...(organisation.app === null ? [] : [memberList(organisation.app), '']),
    'expected',
    table(rows),
    ...(ignored.length > 0 ? ['', `ignored: ${ignored.join(', ')}`] : []),
    ...(wrong.length > 0 ? ['', 'in truth', ...wrong] : []),
  ].join('\n');
}
