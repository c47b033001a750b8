/** Shows an organisation and what is expected of it, for a failure that has been shrunk. */
import { correlate } from './correlation.ts';
import { expected, truth } from './judge.ts';
import type { Organisation, RefUser } from './organisation.ts';
import type { Mode } from './simulation.ts';

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
  const head = ['ref', 'human', 'sso', 'scim', 'name', 'active', 'employee', 'external', 'immutable'];
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
    ]),
  ]);
}

export function printScenario(organisation: Organisation, mode: Mode): string {
  const rows = expected(organisation, mode).map((person) => [
    person.oldRef ?? '·',
    person.newRef ?? '·',
    person.tier ?? (person.ambiguous ? 'ambiguous' : '·'),
    person.owner ? 'owner' : '·',
    person.outcome,
    person.findings.map((f) => `${f.kind}:${f.severity}`).join(' '),
  ]);
  const wrong = truth(organisation, mode).map((f) => `  ${f.what}${f.excuse === null ? '' : ` [${f.excuse}]`}`);
  const ignored = correlate(organisation).ignored;
  return [
    `mode ${mode}`,
    '',
    side(organisation.old),
    '',
    side(organisation.new),
    '',
    'expected',
    table(rows),
    ...(ignored.length > 0 ? ['', `ignored: ${ignored.join(', ')}`] : []),
    ...(wrong.length > 0 ? ['', 'in truth', ...wrong] : []),
  ].join('\n');
}
