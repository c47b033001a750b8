import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { headerKey } from '../../src/loaders/header.ts';
import { type LoadOptions, loadTable } from '../../src/loaders/load-table.ts';
import { PROFILE_FACTS } from '../../src/loaders/profiles/facts.ts';
import { PROFILE_IDS, profileById } from '../../src/loaders/profiles/index.ts';
import type { RawTable } from '../../src/loaders/raw-table.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import { readTable } from '../../src/node/readers/read-table.ts';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTED } from './exported/index.ts';
import { rawTable } from './tables.ts';

const EXPORTS = join(ROOT, 'fixtures/exports');

/** Headers of addresses that are private, or for recovery; with those of one type in a list of many. */
const PRIVATE = [
  ...['secondEmail', 'Secondary email', 'profile.secondEmail', 'Recovery Email', 'recoveryEmail', 'Personal email'],
  ...['Home Secondary Email', 'Work Secondary Email', 'recoveryEmail.address', 'Home Email', 'authenticationEmail'],
  ...['personalEmail', 'Private email', 'visual_studio_subscription_email', 'Manager Email', 'Manager - Work email'],
];

/** What vendors call the ids that they issue themselves. */
const OWN_IDS =
  /^(?:id|_id|pk|uid|uuid|User Id|User ID|userid|user_id|userId|UserId|Object Id|objectId|ObjectId|idp_id|IdentityStoreId|Atlassian ID|ExternalIds\.\d+\.Id|identities.*|federatedIdentities.*|raw_attributes\.externalId)$/;

function load(table: RawTable, options: Partial<LoadOptions> = {}) {
  const users = new UserColumns(options.side ?? 'new');
  const input = loadTable(table, { side: 'new', ...options }, users, new Map());
  return { input, users: Array.from({ length: users.length }, (_, index) => users.record(index)) };
}

const tableOf = (file: string) => readTable(join(EXPORTS, file));

describe.each(EXPORTED)('$file', ({ file, side = 'new', map }) => {
  it('has private addresses read as nothing, wherever they stand', async () => {
    const table = await tableOf(file);
    const extended = {
      ...table,
      header: [...PRIVATE.filter((text) => !table.header.includes(text)), ...table.header],
      rows: table.rows.map((cells) => [
        ...PRIVATE.filter((text) => !table.header.includes(text)).map((_, index) => `private${index}@example.net`),
        ...cells,
      ]),
    };
    const { input, users } = load(extended, { side, map });
    expect(input.users).toBe(load(table, { side, map }).input.users);
    expect(JSON.stringify(users)).not.toMatch(/private\d+@/);
    const assumed = input.observations.assumptions.flatMap(({ column, plausible }) => [
      column,
      ...plausible.map((each) => each.column),
    ]);
    for (const text of assumed) expect(PRIVATE).not.toContain(text);
  });

  it('has no id of the vendor’s own read as one that pairs', async () => {
    const table = await tableOf(file);
    const { input } = load(table, { side, map });
    for (const kind of ['employee-id', 'external-id', 'immutable-id'] as const) {
      expect(input.mapping[kind] ?? '', kind).not.toMatch(OWN_IDS);
    }
  });
});

it('Oracle: an import with a primary email that is not the work email is a guess', () => {
  const header = ['User ID', 'Last Name', 'First Name', 'Work Email', 'Primary Email', 'Primary Email Type'];
  const { input } = load(rawTable(header, [['a', 'Lee', 'Ann', 'a@example.com', 'ann@example.com', 'Other']]));
  expect(input.profile).toBe('scim-flattened-csv');
  expect(input.observations.assumptions[0]).toMatchObject({
    column: 'Work Email',
    plausible: expect.arrayContaining([expect.objectContaining({ column: 'Primary Email', differing: 1 })]),
  });
});

describe('facts of formats', () => {
  it.each(Object.entries(PROFILE_FACTS))(
    '%s: defaults and their source, and what an absent column does not say',
    (_, facts) => {
      const { sso, scimUserName, scimEmail, defaultsSource, absent } = facts;
      for (const text of [sso, scimUserName, scimEmail, absent])
        if (text !== null) expect(text.length).toBeGreaterThan(4);
      expect(scimUserName === null).toBe(scimEmail === null);
      // Where no page says so, that is said.
      expect(defaultsSource).toMatch(/https:\/\/|not confirmed|knowledge base/);
      expect(absent).toMatch(/\.$/);
    },
  );

  it('are there for every format but the one of any table', () => {
    expect(Object.keys(PROFILE_FACTS).sort()).toEqual(PROFILE_IDS.filter((id) => id !== 'generic').sort());
  });
});

describe('what is taken for the email where nobody says', () => {
  // The table “Which column is sent” of the contract.
  const DEFAULT: Readonly<Record<string, readonly string[]>> = {
    'okta-csv-import-template': ['email'],
    'okta-rockstar-users': ['primaryemail'],
    'okta-api-users': ['profileemail'],
    'entra-portal-download-users': ['mail'],
    'entra-graph-users': ['mail'],
    'entra-get-mguser-csv': ['mail'],
    'entra-get-azureaduser-csv': ['mail'],
    'm365-admin-export-users': ['proxyaddresses|userprincipalname'],
    'google-admin-download-users': ['emailaddress'],
    'google-directory-api-users': ['primaryemail'],
    'gam-print-users-csv': ['primaryemail'],
    'onelogin-api-users': ['email'],
    'jumpcloud-api-systemusers': ['email'],
    'jumpcloud-powershell-csv': ['email'],
    'pingone-api-users': ['email'],
    'keycloak-realm-export': ['email'],
    'ad-csvde': ['mail', 'emailaddress'],
    'ad-get-aduser-csv': ['mail', 'emailaddress'],
    'scim2-listresponse': ['emails#value'],
  };

  it.each(Object.entries(DEFAULT))('%s: %j, for both attributes', (id, columns) => {
    expect(profileById(id).columns.sso).toEqual(columns);
    expect(profileById(id).columns.scim).toEqual(columns);
  });

  it.each([
    ['onelogin-api-users', ['username', 'userprincipalname']],
    ['jumpcloud-api-systemusers', ['username']],
    ['pingone-api-users', ['username']],
    ['keycloak-realm-export', ['username']],
    ['entra-graph-users', ['userprincipalname', 'proxyaddresses']],
    ['google-directory-api-users', []],
    ['scim2-listresponse', ['username']],
  ])('%s: %j may be sent in its place', (id, plausible) => {
    expect(profileById(id).plausible).toEqual(plausible);
  });
});

describe('words of status', () => {
  const activeBy = (id: string, header: readonly string[], row: readonly string[], side: LoadOptions['side']) =>
    load(rawTable(header, [row]), { profile: id, side, map: side === 'app' ? { email: 'email' } : undefined });

  it.each<[string, string, string, boolean | null]>([
    ['onelogin-api-users', 'status', '1', true],
    ['onelogin-api-users', 'status', '0', false],
    ['onelogin-api-users', 'status', '2', false],
    ['onelogin-api-users', 'status', '3', true],
    ['onelogin-api-users', 'status', '4', true],
    ['onelogin-api-users', 'status', '5', true],
    ['onelogin-api-users', 'status', '7', true],
    ['onelogin-api-users', 'status', '8', true],
    ['onelogin-api-users', 'status', '6', null],
    ['onelogin-api-users', 'state', '0', false],
    ['onelogin-api-users', 'state', '1', true],
    ['onelogin-api-users', 'state', '3', false],
    ['jumpcloud-api-systemusers', 'state', 'ACTIVATED', true],
    ['jumpcloud-api-systemusers', 'state', 'SUSPENDED', false],
    ['jumpcloud-api-systemusers', 'state', 'STAGED', false],
    ['jumpcloud-api-systemusers', 'state', 'PENDING', null],
    ['pingone-api-users', 'enabled', 'true', true],
    ['pingone-api-users', 'enabled', 'false', false],
    ['keycloak-realm-export', 'enabled', 'false', false],
    ['auth0-export-ndjson', 'blocked', 'true', false],
    ['auth0-export-ndjson', 'blocked', 'false', true],
    ['auth0-export-ndjson', 'blocked', '', true],
    ['duo-import-csv', 'status', 'bypass', true],
    ['duo-import-csv', 'status', 'Pending Deletion', false],
    ['duo-import-csv', 'status', 'locked out', true],
    ['duo-import-csv', 'status', 'trash', null],
    ['aws-identitystore-list-users', 'UserStatus', 'ENABLED', true],
    ['aws-identitystore-list-users', 'UserStatus', 'DISABLED', false],
    ['workos-directory-users', 'state', 'suspended', false],
    ['authentik-api-users', 'is_active', 'false', false],
    ['zitadel-users', 'state', 'USER_STATE_ACTIVE', true],
    ['zitadel-users', 'state', 'USER_STATE_LOCKED', true],
    ['zitadel-users', 'state', 'USER_STATE_INITIAL', false],
    ['zitadel-users', 'state', 'USER_STATE_UNSPECIFIED', null],
    ['m365-admin-export-users', 'Block credential', 'True', false],
    ['m365-admin-export-users', 'Block credential', 'False', true],
    ['m365-admin-export-users', 'Block credential', '', null],
    ['m365-admin-export-users', 'Anmeldeinformationen blockieren', 'Wahr', false],
    ['ad-csvde', 'userAccountControl', '514', false],
    ['ad-csvde', 'userAccountControl', '66048', true],
    ['google-directory-api-users', 'suspended', '', null],
    ['google-directory-api-users', 'archived', 'true', false],
    ['slack-members-csv', 'status', 'Single-Channel Guest', true],
  ])('%s: %s %j: %s', (id, header, word, says) => {
    const email = {
      'google-directory-api-users': 'primaryEmail',
      'ad-csvde': 'mail',
      'zitadel-users': 'human.email.email',
    };
    const column = Object.hasOwn(email, id) ? email[id as keyof typeof email] : 'email';
    const emails: Readonly<Record<string, string>> = {
      'm365-admin-export-users': 'User principal name',
      'aws-identitystore-list-users': 'Emails.0.Value',
    };
    const table = rawTable([emails[id] ?? column, header], [['a@example.com', word]]);
    const next = load(table, { profile: id, side: 'new' });
    const old = load(table, { profile: id, side: 'old' });
    // What is not known counts as whatever cannot make the switch look safer than it is.
    expect([old.users[0]?.active, next.users[0]?.active]).toEqual(says === null ? [true, false] : [says, says]);
    expect(next.input.observations.unknownStatuses).toHaveLength(says === null ? 1 : 0);
  });

  it('of two columns, either makes a user of OneLogin, JumpCloud or Ping inactive', () => {
    const state = (status: string, other: string) =>
      load(rawTable(['email', 'status', 'state'], [['a@example.com', status, other]]), {
        profile: 'onelogin-api-users',
      });
    expect(state('1', '3').users[0]?.active).toBe(false);
    expect(state('2', '1').users[0]?.active).toBe(false);
    expect(state('1', '1').users[0]?.active).toBe(true);
    const ping = (enabled: string, account: string) =>
      load(rawTable(['email', 'enabled', 'account.status'], [['a@example.com', enabled, account]]), {
        profile: 'pingone-api-users',
      });
    expect(ping('false', 'OK').users[0]?.active).toBe(false);
    expect(ping('true', 'LOCKED').users[0]?.active).toBe(true);
    expect(ping('true', 'OK').input.observations.unknownStatuses).toEqual([]);
  });

  it.each([
    ['slack-members-csv', 'status', 'Deactivated', false],
    ['slack-members-csv', 'status', 'Invited Member', true],
    ['github-license-usage-csv', 'github_com_user', 'false', false],
    ['github-license-usage-csv', 'github_com_user', 'true', true],
    ['atlassian-export-users-csv', 'User status', 'Deactivated', false],
    ['atlassian-export-users-csv', 'User status', 'Suspended', true],
    ['atlassian-export-users-csv', 'active', 'false', true],
  ])('as a list of members, %s: %s %s is an account: %s', (id, header, word, isAccount) => {
    expect(activeBy(id, ['email', header], ['a@example.com', word], 'app').users[0]?.active).toBe(isAccount);
  });
});

describe('exports that are read by the usual names of columns', () => {
  const usual = (header: readonly string[], row: readonly string[]) => load(rawTable(header, [row]), { side: 'old' });

  test('Okta, User Accounts', () => {
    const header = [
      'Okta user status',
      'Okta username',
      'Primary Email',
      'Status change date',
      'User',
      'User fullname',
    ];
    const { input, users } = usual(header, ['ACTIVE', 'aa', 'a@example.com', '', 'A', 'Ann Lee']);
    expect(input).toMatchObject({
      profile: 'generic',
      mapping: { sso: 'Primary Email', username: 'Okta username', name: 'User fullname', status: 'Okta user status' },
    });
    expect(users).toMatchObject([{ sso: 'a@example.com', username: 'aa', name: 'Ann Lee', active: true }]);
    expect(usual(header, ['DEPROVISIONED', 'aa', 'a@example.com', '', 'A', 'Ann Lee']).users[0]?.active).toBe(false);
  });

  test('OneLogin, reports', () => {
    const header = [
      'Firstname',
      'Lastname',
      'Email',
      'Username',
      'Phone',
      'Department',
      'External ID',
      'User ID',
      'Status',
    ];
    const { input } = usual(header, ['Ann', 'Lee', 'a@example.com', 'aa', '', '', 'hr-1', '7', 'Suspended']);
    expect(input.provider).toBeNull();
    expect(input.mapping).toMatchObject({
      ...{ sso: 'Email', scim: 'Email', username: 'Username', 'external-id': 'External ID', status: 'Status' },
      ...{ name: 'Firstname + Lastname', 'employee-id': null },
    });
  });

  test('JumpCloud, portal', () => {
    const header = ['User State', 'Name', 'Company Email', 'Employee ID'];
    const { input } = usual(header, ['Suspended', 'Ann Lee', 'a@example.com', '9']);
    expect(input.mapping).toMatchObject({
      ...{ sso: 'Company Email', 'employee-id': 'Employee ID', status: 'User State', name: 'Name' },
    });
    const active = usual(header, ['ACTIVATED', 'Ann Lee', 'a@example.com', '9']);
    expect(active.users[0]?.active).toBe(true);
    expect(active.input.observations.unknownStatuses).toEqual([]);
    expect(usual(['Email', 'User State'], ['a@example.com', 'Staged']).users[0]?.active).toBe(false);
  });

  test('PingFederate keeps no users: the export of its directory', () => {
    const header = ['uid', 'sAMAccountName', 'mail', 'cn', 'employeeNumber'];
    const { input } = usual(header, ['aa', 'aa', 'a@example.com', 'Ann Lee', '9']);
    expect(input.mapping).toMatchObject({ sso: 'mail', username: 'uid', name: 'cn', 'employee-id': 'employeeNumber' });
  });

  test('Auth0, CSV without user_id', () => {
    const { input } = usual(['email', 'provider'], ['a@example.com', 'auth0']);
    expect(input).toMatchObject({ profile: 'generic', mapping: { sso: 'email' } });
  });

  test('Rippling, reports', () => {
    const header = [
      'Employee name',
      'Legal first name',
      'Legal last name',
      'Work email',
      'Personal email',
      'Employee number',
      'Employment status',
    ];
    const row = ['Ann Lee', 'Ann', 'Lee', 'a@example.com', 'ann@example.net', '9', 'Terminated'];
    const { input, users } = usual(header, row);
    expect(input.mapping).toMatchObject({
      ...{ sso: 'Work email', name: 'Legal first name + Legal last name', 'employee-id': 'Employee number' },
      ...{ status: 'Employment status', aliases: null },
    });
    expect(users).toMatchObject([{ active: false, aliases: [] }]);
    expect(
      usual(
        header.filter((text) => !text.startsWith('Legal')),
        row.filter((_, index) => index < 1 || index > 2),
      ).input.mapping.name,
    ).toBe('Employee name');
  });

  test('CyberArk Identity', () => {
    const header = ['Login Name', 'Email Address', 'Display Name', 'Uuid', 'Status'];
    const { input } = usual(header, ['ann@example', 'a@example.com', 'Ann Lee', 'u-1', 'Active']);
    expect(input.mapping).toMatchObject({
      ...{ sso: 'Email Address', username: 'Login Name', name: 'Display Name', status: 'Status', 'external-id': null },
    });
  });
});

it('keys of otherNames are keys, and what they stand for is asked for or read', () => {
  for (const id of PROFILE_IDS) {
    const { otherNames = {}, columns, detectAlso = [] } = profileById(id);
    const known = [...Object.values(columns).flat(), ...detectAlso.flat()].flatMap((names) => names.split('|'));
    for (const [key, meant] of Object.entries(otherNames)) {
      expect(headerKey(key)).toBe(key);
      expect(known).toContain(meant);
    }
  }
});

it('every format has one fixture of its own at least', () => {
  for (const id of PROFILE_IDS)
    expect(
      EXPORTED.some(({ file }) => dirname(file) === id),
      id,
    ).toBe(true);
});
