import { describe, expect, test } from 'vitest';
import { loadTable } from '../../src/loaders/load-table.ts';
import { detectProfile, PROFILE_IDS, profileById } from '../../src/loaders/profiles/index.ts';
import type { RawTable } from '../../src/loaders/raw-table.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import type { LoadedInput } from '../../src/model/input.ts';
import type { Side } from '../../src/model/user.ts';
import { rawTable } from './tables.ts';

/** Header rows of exports that come without an email, and what their advice says. */
const WITHOUT: readonly (readonly [
  profile: string,
  header: readonly string[],
  says: string,
  more?: Partial<RawTable>,
])[] = [
  ['okta-password-health-csv', ['User', 'Login', 'Authentication Source', 'Last Password Change'], '/api/v1/users'],
  ['okta-csv-import-template', ['id', 'login', 'firstName', 'lastName', 'status'], 'Export Users'],
  ['ad-get-aduser-csv', ['DistinguishedName', 'SamAccountName', 'SID', 'UserPrincipalName'], '-Properties'],
  ['ad-csvde', ['DN', 'sAMAccountName', 'userPrincipalName'], 'without -l'],
  [
    'entra-portal-download-users',
    ['Name [displayName] Required', 'User name [userPrincipalName] Required', 'First name [givenName]'],
    'Download users',
  ],
  [
    'm365-admin-export-users',
    ['User name', 'First name', 'Last name', 'Display name', 'Office number', 'Alternate email address'],
    'Active users › Export users',
  ],
  ['ldif', ['dn', 'uid'], 'attribute mail', { format: 'ldif' }],
  ['entra-graph-users', ['id', 'userPrincipalName', 'displayName'], '$select=', { format: 'json' }],
  ['scim2-listresponse', ['userName', 'meta.resourceType', 'active'], 'attribute emails', { format: 'json' }],
  [
    'scim-flattened-csv',
    ['userName', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'],
    'emails',
  ],
  ['jumpcloud-api-systemusers', ['username', 'unix_uid', 'state'], 'email', { format: 'json' }],
  ['pingone-api-users', ['username', 'enabled', 'population.id', 'environment.id'], 'none', { format: 'json' }],
  ['auth0-export-ndjson', ['user_id', 'name', 'logins_count'], 'fields', { format: 'json' }],
  ['auth0-export-csv', ['user_id', 'name', 'email_verified'], 'fields'],
  ['keycloak-realm-export', ['username', 'enabled', 'createdTimestamp'], 'username', { format: 'json' }],
  ['duo-import-csv', ['username', 'realname', 'alias1'], 'alias1'],
  ['duo-admin-api-users', ['user_id', 'username', 'realname'], 'alias1', { format: 'json' }],
  ['aws-identitystore-list-users', ['IdentityStoreId', 'UserId', 'UserName'], 'user name', { format: 'json' }],
  ['workos-directory-users', ['idp_id', 'directory_id', 'state'], 'pushed none', { format: 'json' }],
  ['authentik-api-users', ['pk', 'uid', 'username', 'is_active'], 'username', { format: 'json' }],
  ['zitadel-users', ['userId', 'preferredLoginName'], 'machines', { format: 'json' }],
  ['slack-members-csv', ['username', 'status', 'billing-active', 'has-2fa', 'userid'], 'admin'],
  ['github-license-usage-csv', ['github_com_login', 'github_com_user'], 'github_com_saml_name_id'],
  ['atlassian-export-users-csv', ['Name', 'Atlassian ID', 'Status', 'Billable', 'Policy type'], 'Export users'],
];

function load(table: RawTable, side: Side = 'new'): LoadedInput {
  return loadTable(table, { side }, new UserColumns(side), new Map());
}

describe('an export that is recognised and has no email', () => {
  test.each(WITHOUT.map(([id, header, says, more = {}]) => ({ id, header, says, more })))(
    '$id says what it is and what to do',
    ({ id, header, says, more }) => {
      const table = rawTable(header, [header.map(() => 'x')], more);
      const profile = detectProfile(header, table.format);
      expect(profile.id).toBe(id);
      const side = profile.side ?? 'new';
      const said = (() => {
        try {
          load(table, side);
        } catch (fault) {
          return fault;
        }
      })();
      expect(said).toMatchObject({ code: 'ERR_NO_EMAIL_COLUMN', file: 'old.csv' });
      const { message } = said as Error;
      expect(message).toContain(`This looks like: ${profile.title}. No column of this file`);
      expect(message).toContain(says);
      expect(message).toContain(side === 'app' ? '--app-map email=COLUMN' : '--new-map sso=COLUMN');
    },
  );

  test('has advice wherever its header does not ask for an email', () => {
    const told = new Set(WITHOUT.map(([id]) => id));
    for (const profile of PROFILE_IDS.map(profileById)) {
      if (profile.withoutEmail === undefined) continue;
      // OneLogin is recognised by its email among others; the advice is for those who name the profile.
      if (profile.id !== 'onelogin-api-users') expect(told, profile.id).toContain(profile.id);
    }
  });
});

describe('an export that hides what is needed', () => {
  test('GAM with formatjson is refused, and says how to export', () => {
    const table = rawTable(['primaryEmail', 'JSON'], [['a@example.com', '{"suspended": true}']]);
    expect(() => load(table)).toThrow(
      expect.objectContaining({
        code: 'ERR_INPUT_HEADER',
        line: 1,
        column: 'JSON',
        message: expect.stringMatching(/GAM print users.*formatjson.*suspended.*again without formatjson.*generic/),
      }),
    );
    const asGeneric = loadTable(table, { side: 'new', profile: 'generic' }, new UserColumns('new'), new Map());
    expect(asGeneric.mapping.sso).toBe('primaryEmail');
  });

  test('no other format is refused', () => {
    expect(load(rawTable(['email', 'JSON'], [['a@example.com', '{}']])).users).toBe(1);
  });
});

describe('a table in which nobody knows the headers', () => {
  const header = ['Nom', 'UPN de l’utilisateur', 'Adresses'];

  test('and that holds lists of proxy addresses may be Microsoft 365’s in another language', () => {
    const rows = [['Ann', 'ann@example.com', 'smtp:a@example.com+SMTP:ann@example.com']];
    expect(() => load(rawTable(header, rows))).toThrow(/Microsoft 365 with translated headers.*English/);
    expect(() => load(rawTable(header, rows))).toThrow(/Addresses are in "UPN de l’utilisateur"/);
  });

  test('is not called that for anything less', () => {
    for (const cell of ['ann@example.com', 'SMTP:ann@example.com', 'a+b@example.com', '']) {
      expect(() => load(rawTable(header, [['Ann', 'ann@example.com', cell]]))).not.toThrow(/Microsoft 365/);
    }
  });
});

describe('what stands in for an email that a format has not', () => {
  test('Microsoft 365: the primary proxy address, and what to export instead is said', () => {
    const header = ['User principal name', 'Object Id', 'Block credential', 'Proxy addresses'];
    const { observations } = load(rawTable(header, [['a@example.com', '1', 'False', 'SMTP:a@example.com']]));
    for (const { standIn } of observations.assumptions) {
      expect(standIn).toMatch(/no column of mail: the SMTP: entry.*Entra admin center › Users › Download users/);
    }
    expect(observations.assumptions).toHaveLength(2);
  });

  test('is not said of a column that the user named, nor of an email that was added', () => {
    const header = ['User principal name', 'Object Id', 'Block credential'];
    const table = rawTable(header, [['a@example.com', '1', 'False']]);
    const map = { sso: 'User principal name', scim: 'User principal name' };
    const users = new UserColumns('new');
    expect(loadTable(table, { side: 'new', map }, users, new Map()).observations.assumptions).toEqual([]);
    const rockstar = ['userName', 'scope', 'externalId', 'syncState'];
    const row = ['a@example.com', 'USER', '', 'SYNCHRONIZED'];
    expect(load(rawTable(rockstar, [row])).observations.assumptions[0]?.standIn).toMatch(/no email/);
    const added = load(rawTable([...rockstar, 'email'], [[...row, 'a@example.com']]));
    expect(added.mapping.sso).toBe('email');
    expect(added.observations.assumptions[0]).not.toHaveProperty('standIn');
  });
});
