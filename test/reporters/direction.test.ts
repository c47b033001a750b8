import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/index.ts';
import { runCommand } from '../support/command.ts';
import { tempDirectory, tempFiles } from '../support/temp.ts';
import { whole } from './whole.ts';

const OKTA = 'login,firstName,lastName,email\nann@example.com,Ann,Lee,ann@example.com\n';
const ENTRA =
  'Id,UserPrincipalName,Mail,DisplayName,AccountEnabled\n5b1d0d4e-0000-4000-8000-000000000001,ann@example.com,ann@example.com,Ann Lee,True\n';
const PLAIN = 'email,name\nann@example.com,Ann Lee\n';
const WARNING = 'Are the two sides exchanged?';

/** What stands below the verdict, without folders. */
async function direction(old: Record<string, string>, next: Record<string, string>): Promise<string> {
  const paths = tempFiles({ ...old, ...next });
  const flags = Object.entries(paths).flatMap(([name, path]) => [Object.hasOwn(old, name) ? '--old' : '--new', path]);
  const { stdout } = await runCommand(['check', ...flags]);
  const [head = ''] = stdout.split('\n\n');
  return head.slice(head.indexOf('\n') + 1).replaceAll(/\/\S*\//g, '');
}

describe('the direction of the switch', () => {
  it('names the providers that the formats tell of, and the files', async () => {
    expect(await direction({ 'a.csv': OKTA }, { 'b.csv': ENTRA })).toBe(
      'Switch from Okta (a.csv) to Entra ID (b.csv).',
    );
    expect(await direction({ 'b.csv': ENTRA }, { 'a.csv': OKTA })).toBe(
      'Switch from Entra ID (b.csv) to Okta (a.csv).',
    );
    expect(await direction({ 'a.csv': PLAIN }, { 'b.csv': OKTA })).toBe('Switch from a.csv to Okta (b.csv).');
  });

  it('names the first of several files', async () => {
    expect(
      await direction({ 'a1.csv': PLAIN, 'a2.csv': PLAIN.replace('ann', 'eve') }, { 'b.csv': PLAIN.toUpperCase() }),
    ).toBe('Switch from a1.csv and 1 more file to b.csv.');
  });

  it('is not told of records that a program made', async () => {
    const one = [{ sso: 'ann@example.com' }];
    expect(await whole('text', reconcile({ old: one, new: one }, { mode: 'jit' }))).not.toContain('Switch from');
  });
});

describe('sides that seem to be exchanged', () => {
  it.each([
    [
      'pingone',
      '[{"id":"1","username":"ann","email":"ann@example.com","enabled":true,"population":{"id":"1"},"environment":{"id":"1"}}]',
    ],
    [
      'ping',
      '[{"id":"1","username":"ann","email":"ann@example.com","enabled":true,"population":{"id":"1"},"environment":{"id":"1"}}]',
    ],
    ['aws', '[{"IdentityStoreId":"d-1","UserId":"1","UserName":"ann","Emails":[{"Value":"ann@example.com"}]}]'],
    [
      'onelogin',
      '[{"email":"ann@example.com","username":"ann","firstname":"Ann","lastname":"Lee","openid_name":"ann","status":1}]',
    ],
  ])('%s is what a provider is called in the name of a file', async (word, content) => {
    expect(await direction({ 'okta.json': content }, { [`${word}.csv`]: OKTA })).toContain(WARNING);
    expect(await direction({ [`${word}.json`]: content }, { 'okta.csv': OKTA })).not.toContain(WARNING);
  });

  it.each([
    ['new.csv', 'old.csv'],
    ['NewIdP-export.csv', 'old_users2.csv'],
    ['after.csv', 'before.csv'],
    ['export-new-1.csv', 'export-old-1.csv'],
  ])('%s as the old side, %s as the new one', async (old, next) => {
    expect(await direction({ [old]: PLAIN }, { [next]: ENTRA })).toContain(WARNING);
    expect(await direction({ [next]: PLAIN }, { [old]: ENTRA })).not.toContain(WARNING);
  });

  it.each([
    ['entra-users.csv', 'okta-users.csv'],
    ['azure.csv', 'users.csv'],
    ['users.csv', 'okta1.csv'],
  ])('%s holds users of Okta, and %s of Entra ID', async (old, next) => {
    expect(await direction({ [old]: OKTA }, { [next]: ENTRA })).toContain(WARNING);
  });

  it.each([
    // One of the two says nothing.
    ['new.csv', 'users.csv'],
    ['users.csv', 'old.csv'],
    // Words in which they only occur.
    ['newark.csv', 'gold.csv'],
    ['renewal.csv', 'household.csv'],
    // The name says both.
    ['new-export-of-old-idp.csv', 'old.csv'],
    ['okta-before-entra.csv', 'entra.csv'],
    // As it should be.
    ['okta.csv', 'entra.csv'],
  ])('not %s and %s', async (old, next) => {
    expect(await direction({ [old]: OKTA }, { [next]: ENTRA })).not.toContain(WARNING);
  });

  it('are not told by the names of folders', async () => {
    const root = tempDirectory();
    for (const side of ['new', 'old']) mkdirSync(join(root, side));
    writeFileSync(join(root, 'new/okta.csv'), OKTA);
    writeFileSync(join(root, 'old/entra.csv'), ENTRA);
    const { stdout } = await runCommand([
      'check',
      ...['--old', join(root, 'new/okta.csv'), '--new', join(root, 'old/entra.csv')],
    ]);
    expect(stdout).toContain('Switch from Okta');
    expect(stdout).not.toContain(WARNING);
  });
});
