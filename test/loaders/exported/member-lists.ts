import type { Export } from './export.ts';

const CSV_FILE = { side: 'app', encoding: 'utf-8', delimiter: ',' } as const;

/** Lists of service providers; active is whoever has an account. */
export const MEMBER_LISTS: readonly Export[] = [
  {
    ...CSV_FILE,
    file: 'slack-members-csv/members.csv',
    users: 10,
    notPeople: 1,
    mapping: { sso: 'email', scim: null, name: 'fullname', status: 'status' },
    people: {
      2: ['arvid.blom@example.com', null, 'Arvid Blom', null, true],
      4: ['Cas.Dekker@example.com', null, 'Cas Dekker', null, true],
      5: ['dagny.elvestad@example.com', null, 'Dagny Elvestad', null, false],
      6: ['eli.fern@example.org', null, 'Eli Fern', null, true],
      8: ['gro.haug@example.com', null, null, null, true],
      9: ['heidi.isberg@example.com', null, 'Heidi "Hei" Isberg', null, true],
    },
  },
  {
    ...CSV_FILE,
    file: 'slack-members-csv/nine-columns.csv',
    users: 2,
    people: { 3: ['lise.mo@example.org', null, 'Lise Mo', null, false] },
  },
  {
    ...CSV_FILE,
    file: 'github-license-usage-csv/licences.csv',
    users: 11,
    mapping: { sso: 'github_com_saml_name_id', name: 'github_com_name', status: 'github_com_user' },
    people: {
      2: ['ase.birke@example.com', null, 'Åse Birke', null, true],
      // An address in a verified domain is spelt otherwise; the NameID is what counts.
      3: ['Ben.Cole@example.com', null, 'Ben Cole', null, true],
      8: ['g7Hh-0001', null, 'Greta Hart', null, true],
      10: [null, null, 'Iver Juul', null, true],
      // A licence of a server of their own.
      12: [null, null, null, null, false],
    },
  },
  {
    ...CSV_FILE,
    file: 'github-license-usage-csv/titles.csv',
    users: 1,
    people: { 2: ['liv.moen@example.org', null, 'Liv Moen', null, true] },
  },
  {
    side: 'app',
    format: 'json',
    encoding: 'utf-8',
    delimiter: null,
    file: 'github-license-usage-csv/consumed-licenses.json',
    users: 2,
    people: {
      1: ['mia.nes@example.org', null, 'Mia Nes', null, true],
      2: [null, null, null, null, false],
    },
  },
  {
    ...CSV_FILE,
    file: 'atlassian-export-users-csv/users.csv',
    users: 10,
    mapping: { sso: 'email', name: 'User name', username: null, status: 'User status' },
    people: {
      2: ['anja.berntsen@example.com', null, 'Anja Berntsen', null, true],
      3: ['Birger.Claes@example.com', null, 'Birger Claes', null, true],
      // Suspended and inactive people hold their addresses.
      4: ['clio.dimas@example.com', null, 'Clio Dimas', null, true],
      5: ['dorrit.ebbesen@example.com', null, 'Dorrit Ebbesen', null, false],
      7: ['farah.gul@example.com', null, 'Farah Gul', null, true],
      8: ['gustav.hiort@example.com', null, 'Gustav Hiort, MSc', null, true],
    },
  },
  {
    ...CSV_FILE,
    file: 'atlassian-export-users-csv/pivoted.csv',
    users: 1,
    people: { 2: ['kaia.lorck@example.org', null, 'Kaia Lorck', null, true] },
  },
  {
    ...CSV_FILE,
    file: 'atlassian-export-users-csv/former-site.csv',
    users: 2,
    again: 1,
    mapping: { sso: 'email', name: 'full_name', username: null, status: 'active' },
    people: {
      2: ['lasse.munch@example.org', null, 'Lasse Munch', null, true],
      4: ['mari.norum@example.org', null, 'Mari Norum', null, true],
    },
  },
  {
    ...CSV_FILE,
    file: 'atlassian-export-users-csv/managed-accounts.csv',
    users: 2,
    mapping: { sso: 'Email', name: 'Name', status: 'Status' },
    people: {
      2: ['nora.olsvik@example.org', null, 'Nora Olsvik', null, true],
      3: ['oddny.pihl@example.org', null, 'Oddny Pihl', null, false],
    },
  },
];
