import { interleaved } from '../support/interleave.ts';
import { called, JOINER, LATE_JOINER, LEFT, ROBOT, ROSTER, type Somebody } from './roster.ts';

type Cells = Readonly<Record<string, string>>;

/** What every export of the example is called. */
export const EXPORTS = [
  'okta-users.csv',
  'entra-users.csv',
  'entra-users-fixed.csv',
  'entra-users-late.csv',
  'claude-members.csv',
  'console-members.csv',
  'claude-synced.csv',
  'console-synced.csv',
  'console-synced-again.csv',
  'claude-members-after.csv',
  'console-members-after.csv',
] as const;
/** An export of the example. */
export type ExportName = (typeof EXPORTS)[number];

const AT_CLAUDE = ROSTER.filter(({ department }) => department !== 'Production');
const AT_CONSOLE = ROSTER.filter(({ department }) => department === 'Engineering' || department === 'Data');
const LEAVES = called('Loxleigh');
/** Is forgotten when the app is assigned in the new IdP. */
const FORGOTTEN = called('Tsaowang');

/** Keeps her new name, and gets her old address back. */
const MARRIED: Cells = { surname: 'Norheimsund', displayName: 'Kirsten Norheimsund' };

/** What is the matter in Entra at first: cells that are other than they should be. */
export const PROBLEMS: readonly (readonly [family: string, cells: Cells])[] = [
  ['Skarpenes', { mail: 'Jorunn.Skarpenes@example.com' }],
  ['Hollenfjeld', { mail: 'Astrid.Hollenfjeld@example.com' }],
  ['Thistleby', { mail: 'maud.thistleby@example.com ' }],
  ['Deshmukhar', { mail: '' }],
  ['Lundevold', { ...MARRIED, mail: 'kirsten.norheimsund@example.com' }],
  ['Zielonogorski', { mail: 'marek.zielonogorski@example.net' }],
  ['Kamiyanagi', { accountEnabled: 'False' }],
];

/** Whose sign-in name in Entra is a short one, and always will be. */
const SHORT_NAMES = ['Sethuramani', 'Obiakonwa', 'Ballyconneely', 'Benyoussefi'];

/** Writes every export; no chance is involved. */
export function makeExports(): ReadonlyMap<ExportName, string> {
  const stay = ROSTER.filter((one) => one !== LEAVES);
  const fixed = [
    ...stay.map((one) => entra(one, one.family === 'Lundevold' ? MARRIED : {})),
    entra(JOINER),
    entra(ROBOT),
  ];
  // The first address of the newcomer is the one of somebody who has left.
  const first = [
    ...stay.map((one) => entra(one, new Map(PROBLEMS).get(one.family))),
    entra(JOINER, { mail: LEFT.address, userPrincipalName: LEFT.address }),
  ];
  const afterwards = [...AT_CLAUDE.filter((one) => one !== LEAVES), JOINER, LATE_JOINER];
  return new Map<ExportName, string>([
    ['okta-users.csv', table([...ROSTER.map((one) => okta(one)), okta(LEFT, 'DEPROVISIONED')], 0.382)],
    ['entra-users.csv', table(first, 0.446, '\uFEFF')],
    ['entra-users-fixed.csv', table(fixed, 0.317, '\uFEFF')],
    ['entra-users-late.csv', table([...fixed, entra(LATE_JOINER)], 0.271, '\uFEFF')],
    ['claude-members.csv', table([...AT_CLAUDE, LEFT].map(member), 0.419)],
    ['console-members.csv', table([...AT_CONSOLE, ROBOT].map(member), 0.353)],
    ['claude-synced.csv', table(afterwards.map(synced), 0.297)],
    ['console-synced.csv', table([...AT_CONSOLE.filter((one) => one !== FORGOTTEN), ROBOT].map(synced), 0.401)],
    ['console-synced-again.csv', table([...AT_CONSOLE, ROBOT].map(synced), 0.401)],
    ['claude-members-after.csv', table(afterwards.map(member), 0.433)],
    ['console-members-after.csv', table([...AT_CONSOLE, ROBOT].map(member), 0.7)],
  ]);
}

/** Columns of Okta's template those that are filled, and the status. */
function okta({ number, given, family, department, address }: Somebody, status = 'ACTIVE'): Cells {
  return {
    login: address,
    firstName: given,
    lastName: family,
    email: address,
    displayName: `${given} ${family}`,
    employeeNumber: number,
    department,
    status,
  };
}

/** Columns of *Users › Download users*, and the employee id. */
function entra({ number, given, family, department, address }: Somebody, besides: Cells = {}): Cells {
  const name = SHORT_NAMES.includes(family) ? `${given[0]}${family}@example.com`.toLowerCase() : address;
  return {
    userPrincipalName: name,
    displayName: `${given} ${family}`,
    surname: family,
    mail: address,
    givenName: given,
    id: `7b1d42c0-5f0e-4a86-9d3c-00000000${number}`,
    userType: 'Member',
    department,
    accountEnabled: 'True',
    employeeId: number,
    ...besides,
  };
}

/** A member of an organisation. */
function member({ given, family, address, department }: Somebody): Cells {
  return {
    Name: `${given} ${family}`,
    Email: address,
    Role: department === 'Management' ? 'Owner' : 'User',
    Status: 'Active',
    'Seat Tier': 'Standard',
  };
}

/** A user as the provisioning of the new IdP has pushed them. */
function synced({ given, family, address }: Somebody): Cells {
  return { userName: address, displayName: `${given} ${family}`, email: address, active: 'true' };
}

/** Records in an order of its own, since no two exports agree on theirs. */
function table(records: readonly Cells[], share: number, mark = ''): string {
  const header = Object.keys(records[0] ?? {});
  const lines = interleaved(records, share).map((cells) => header.map((column) => cells[column]).join(','));
  return `${mark}${[header.join(','), ...lines].map((line) => `${line}\r\n`).join('')}`;
}
