import type { VerificationReport } from '../../src/model/verification-report.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const HEAD = 'sso,scim,employee-id,name,status';
const at = (local: string) => `${local}@example.com`;
const user = (email: string, id: number, name: string, status = 'active', sso = email) =>
  `${at(sso)},${at(email)},${id},${name},${status}`;
export const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const list = (...rows: (readonly [email: string, name: string, status?: string])[]) =>
  csv('email,name,status', ...rows.map(([email, name, status = 'active']) => `${at(email)},${name},${status}`));
const pushed = (...rows: (readonly [email: string, name: string, active?: string])[]) =>
  csv('userName,displayName,active', ...rows.map(([email, name, active = 'true']) => `${at(email)},${name},${active}`));

/** A switch as it was checked, and the lists of after it, in which nearly everything went wrong. Written by hand. */
export const SWITCH = {
  'old.csv': csv(
    HEAD,
    user('ann', 1, 'Ann Lee'),
    user('bob', 2, 'Bob Roe'),
    user('cat', 3, 'Cat Poe'),
    user('dan', 4, 'Dan Moe'),
    user('eve', 5, 'Eve Fox'),
    user('fay', 6, 'Fay Orr'),
    user('ivy', 9, 'Ivy Day'),
    user('jon', 10, 'Jon May'),
    user('kim', 11, 'Kim Tan'),
    user('lee', 12, 'Lee Wu', 'inactive'),
    user('mia', 13, 'Mia Ray'),
    user('ned', 14, 'Ned Kay'),
  ),
  'new.csv': csv(
    HEAD,
    user('ann', 1, 'Ann Lee'),
    user('bob', 2, 'Bob Roe'),
    user('cat', 3, 'Cat Poe'),
    user('dan', 4, 'Dan Moe'),
    user('gus', 7, 'Gus Ely'),
    user('hal', 8, 'Hal Ito'),
    user('i.vy', 9, 'Ivy Day'),
    user('j.on', 10, 'Jon May'),
    user('k.im', 11, 'Kim Tan'),
    user('lee', 12, 'Lee Wu', 'inactive'),
    user('mia', 13, 'Mia Ray'),
    user('ned', 14, 'Ned Kay', 'active', 'n.ed'),
  ),
  'before.csv': list(
    ['ann', 'Ann Lee'],
    ['bob', 'Bob Roe'],
    ['cat', 'Cat Poe'],
    ['dan', 'Dan Moe'],
    ['eve', 'Eve Fox'],
    ['fay', 'Fay Orr'],
    ['ivy', 'Ivy Day'],
    ['jon', 'Jon May'],
    ['kim', 'Kim Tan'],
    ['mia', 'Mia Ray'],
    ['ned', 'Ned Kay'],
  ),
  'after.csv': list(
    ['ann', 'Ann Lee'],
    ['bob', 'Bob Roe'],
    ['Bob', 'Bob Roe'],
    ['Cat', 'Cat Poe'],
    ['fay', 'Fay Orr'],
    ['gus', 'Gus Ely'],
    ['ivy', 'Ivy Day'],
    ['i.vy', 'Ivy Day'],
    ['jon', 'Jon May'],
    ['j.on', 'Jon May'],
    ['kim', 'Kim Tan'],
    ['mia', 'Mia Ray'],
    ['ned', 'Ned Kay'],
    ['dmoe', 'Dan Moe'],
    ['zed', 'Zed Ames'],
    ['gone', 'Gone Long', 'removed'],
  ),
  'scim.csv': pushed(
    ['ann', 'Ann Lee'],
    ['Bob', 'Bob Roe'],
    ['cat', 'Cat Poe'],
    ['gus', 'Gus Ely'],
    ['hal', 'Hal Ito', 'false'],
    ['i.vy', 'Ivy Day'],
    ['j.on', 'Jon May'],
    ['kim', 'Kim Tan'],
    ['mia', 'Mia Ray'],
    ['MIA', 'Mia Ray'],
    ['ned', 'Ned Kay'],
    ['zed', 'Zed Ames'],
    ['idle', 'Idle Hand', 'false'],
  ),
  'policy.yaml': csv(
    'waivers:',
    '  - kind: [sso-email-mismatch, scim-email-mismatch]',
    '    outcome: duplicate-account',
    `    person: ${at('jon')}`,
    '    reason: starts anew',
    '    owner: it@example.com',
    '    expires: 2027-01-01',
  ),
};

/** What should be said of each, by the first part of an address: account, sync, findings. */
export const TRUTH: Readonly<Record<string, readonly [account: string, sync: string, ...findings: string[]]>> = {
  // As predicted.
  ann: ['stayed', 'arrived'],
  // The spelling of one letter made a second account.
  bob: ['duplicated', 'otherwise', 'error:second-account', 'error:synced-otherwise'],
  // The account of before is gone, and one in another spelling is there.
  cat: ['replaced', 'arrived', 'error:account-replaced'],
  // Neither pushed nor there; somebody of the same name is.
  dan: ['vanished', 'missing', 'error:account-vanished', 'error:not-synced'],
  // Left, as predicted.
  eve: ['gone', 'none'],
  // Left, and still has a seat.
  fay: ['stayed', 'none', 'warning:account-still-there'],
  gus: ['appeared', 'arrived'],
  hal: ['missing', 'inactive', 'error:account-not-created', 'error:not-synced'],
  // Predicted, and so it came.
  ivy: ['duplicated', 'arrived', 'error:second-account'],
  // Predicted and waived.
  jon: ['duplicated', 'arrived', 'info:second-account'],
  // Predicted, and put right before the switch.
  kim: ['stayed', 'arrived'],
  lee: ['none', 'none'],
  mia: ['stayed', 'twice', 'error:synced-twice'],
  // Asserts an address that leads nowhere, which no list shows.
  ned: ['stayed', 'arrived', 'error:harm-predicted'],
  dmoe: ['unexpected', 'none', 'error:unexpected-account'],
  zed: ['unexpected', 'unexpected', 'error:unexpected-account', 'warning:unexpected-sync'],
};

export const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=sso', `--${side}-map`, 'scim=scim']);
export const LIST_MAPS = {
  app: ['--app-map', 'email=email'],
  scim: ['--scim-map', 'scim=userName'],
};

/** Writes the files of the switch, and the baseline of it beside them. */
export async function switchFiles(given: Partial<typeof SWITCH> = {}) {
  const files = tempFiles({ ...SWITCH, ...given, 'baseline.json': '' });
  const { stderr } = await runCommand([
    ...['check', '--old', files['old.csv'], '--new', files['new.csv'], '--app', files['before.csv'], ...MAPS],
    ...[...LIST_MAPS.app, '--config', files['policy.yaml'], '--all', '--report', `json=${files['baseline.json']}`],
  ]);
  if (!stderr.includes('gate ')) throw new Error(stderr);
  return files;
}

/** The JSON report of everybody on the switch. */
export async function verifyReport(): Promise<VerificationReport> {
  const files = await switchFiles();
  const { stdout, stderr } = await runCommand([
    ...['verify', '--baseline', files['baseline.json'], '--app', files['after.csv'], '--scim', files['scim.csv']],
    ...[...LIST_MAPS.app, ...LIST_MAPS.scim, '--all', '--report', 'json'],
  ]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as VerificationReport;
}
