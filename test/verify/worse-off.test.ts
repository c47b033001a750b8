import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  type ReconcileOptions,
  type Reconciliation,
  reconcile,
  render,
  type UserRecord,
  type Verification,
  verifyMigration,
} from '../../src/index.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { csv, LIST_MAPS, MAPS } from './scenario.ts';

const user = (email: string, name: string, scim = email): UserRecord => ({ sso: email, scim, name });
const row = (sso: string, name: string): UserRecord => ({ sso, name });
const ANN = user('ann@example.com', 'Ann Lee');
const BOB = user('bob@example.com', 'Bob Roe');
const CAT = user('cat@example.com', 'Cat Poe');
const ROWS = [row('ann@example.com', 'Ann Lee'), row('bob@example.com', 'Bob Roe'), row('cat@example.com', 'Cat Poe')];

async function seen(
  baseline: Reconciliation,
  lists: Parameters<typeof verifyMigration>[1],
): Promise<Verification & { readonly told: (address: string) => string[] }> {
  let text = '';
  for await (const piece of render('json', baseline, { all: true })) text += piece;
  const found = verifyMigration(JSON.parse(text), lists);
  const told = (address: string) =>
    found.people
      .filter(({ old, app, new: next }) => [old?.sso, app?.sso, next?.sso].includes(address))
      .flatMap(({ findings }) => findings.map(({ severity, kind }) => `${severity}:${kind}`));
  return { ...found, told };
}

const calm = (options: ReconcileOptions = {}, app: UserRecord[] = ROWS) =>
  reconcile({ old: [ANN, BOB, CAT], new: [ANN, BOB, CAT], app }, options);

describe('an account that bears the name of somebody else', () => {
  it('does not verify where two people have exchanged their accounts', async () => {
    const swapped = [row('ann@example.com', 'Bob Roe'), row('bob@example.com', 'Ann Lee'), ...ROWS.slice(2)];
    const { verdict, told } = await seen(calm(), { app: swapped });
    expect(verdict.status).toBe('not-verified');
    expect(told('ann@example.com')).toEqual(['error:held-by-another']);
    expect(told('bob@example.com')).toEqual(['error:held-by-another']);
    expect(told('cat@example.com')).toEqual([]);
  });

  it('does not verify where the member list was not known before, or somebody else was pushed', async () => {
    const unlisted = reconcile({ old: [ANN, BOB, CAT], new: [ANN, BOB, CAT] });
    const taken = [row('ann@example.com', 'Roe, Bob'), ...ROWS.slice(1)];
    expect((await seen(unlisted, { app: taken })).told('ann@example.com')).toEqual(['error:held-by-another']);
    const pushed = [user('ann@example.com', 'Bob Roe'), BOB, CAT];
    expect((await seen(calm(), { scim: pushed })).told('ann@example.com')).toEqual(['error:held-by-another']);
  });

  it('does not verify where the same list had another full name before', async () => {
    const taken = [row('ann@example.com', 'Zed Ames'), ...ROWS.slice(1)];
    expect((await seen(calm(), { app: taken })).told('ann@example.com')).toEqual(['error:held-by-another']);
  });

  it.each(['Ann Roe', 'Lee, A.', 'ann', 'Анна Ли', '4711', ''])(
    'takes “%s” for a name of the same person',
    async (name) => {
      const { verdict, told } = await seen(calm(), { app: [row('ann@example.com', name), ...ROWS.slice(1)] });
      expect(told('ann@example.com')).toEqual([]);
      expect(verdict.status).toBe('verified');
    },
  );

  it('only warns of a name that may be made up, and says nothing of one that was there before', async () => {
    const nicknamed = [row('ann@example.com', 'ace'), ...ROWS.slice(1)];
    const { verdict, told } = await seen(calm(), { app: nicknamed });
    expect(told('ann@example.com')).toEqual(['warning:held-by-another']);
    expect(verdict.status).toBe('verified');
    expect((await seen(calm({}, nicknamed), { app: nicknamed })).told('ann@example.com')).toEqual([]);
  });
});

describe('two accounts that the app was thought to hold for one', () => {
  it('do not verify, however the app was said to compare', async () => {
    const twice = [...ROWS, row('Ann@Example.com', 'Ann Lee')];
    const { verdict, told, people } = await seen(calm({ compare: 'ascii-ci' }), { app: twice });
    expect(verdict.status).toBe('not-verified');
    expect(told('ann@example.com')).toEqual(['error:second-account']);
    expect(people.find(({ old }) => old?.sso === 'ann@example.com')?.findings[0]?.difference?.classes).toEqual([
      'case',
    ]);
  });

  it('are one where the address is the same', async () => {
    const { verdict } = await seen(calm({ compare: 'ascii-ci' }), {
      app: [...ROWS, row('ann@example.com', 'A. Lee')],
    });
    expect(verdict.status).toBe('verified');
  });
});

describe('a waiver of what was predicted', () => {
  const withId = (given: UserRecord): UserRecord => ({ ...given, ids: { 'employee-id': 'E1' } });
  const waived = (next: UserRecord, outcome: 'duplicate-account') =>
    applyPolicy(reconcile({ old: [withId(ANN), BOB, CAT], new: [withId(next), BOB, CAT], app: ROWS }), {
      now: '2026-01-01T00:00:00Z',
      waivers: [{ outcome, person: 'ann@example.com', reason: 'seen', owner: 'it@example.com', expires: '2026-12-31' }],
    });
  const moved = user('a.lee@example.com', 'Ann Lee');

  it('of a second account covers that second account alone', async () => {
    const baseline = waived(moved, 'duplicate-account');
    expect(baseline.people.find(({ old }) => old?.sso === 'ann@example.com')?.waiver).toBeDefined();
    const others = ROWS.slice(1);
    const second = row('a.lee@example.com', 'Ann Lee');
    const ofAnn = async (...rows: UserRecord[]) =>
      (await seen(baseline, { app: [...rows, ...others] })).told('ann@example.com');
    expect(await ofAnn(ROWS[0] as UserRecord, second)).toEqual(['info:second-account']);
    expect(await ofAnn(second)).toEqual(['info:account-replaced']);
    // Neither the old nor the new one.
    expect(await ofAnn()).toEqual(['error:account-vanished']);
    expect(await ofAnn(row('ANN@example.com', 'Ann Lee'))).toEqual(['error:account-replaced']);
    expect(await ofAnn(ROWS[0] as UserRecord, second, row('ANN@example.com', 'Ann Lee'))).toEqual([
      'error:second-account',
    ]);
  });
});

describe('a suspended account', () => {
  const people = (...status: string[]) =>
    ['Ann Lee', 'Bob Roe', 'Cat Poe'].map(
      (name, n) => `${name.slice(0, 3).toLowerCase()}@example.com,${name},${status[n]}`,
    );
  const USERS = csv(
    'sso,scim,name',
    ...people('', '', '').map((line) => line.replace(/^([^,]*),([^,]*),.*$/, '$1,$1,$2')),
  );
  const verified = async (list: string, args: string[] = []) => {
    const files = tempFiles({
      'old.csv': `${USERS}\n`,
      'new.csv': USERS,
      'before.csv': csv('email,name,status', ...people('active', 'active', 'active')),
      'after.csv': list,
      'baseline.json': '',
    });
    await runCommand([
      ...['check', '--old', files['old.csv'], '--new', files['new.csv'], '--app', files['before.csv'], ...MAPS],
      ...[...LIST_MAPS.app, '--all', '--report', `json=${files['baseline.json']}`],
    ]);
    return runCommand([
      ...['verify', '--baseline', files['baseline.json'], '--app', files['after.csv'], ...LIST_MAPS.app, ...args],
    ]);
  };

  it('is an account that somebody has lost', async () => {
    const { status, stdout } = await verified(csv('email,name,status', ...people('active', 'suspended', 'active')));
    expect(stdout).toMatch(/error {4}account-suspended/);
    expect(status).toBe(1);
  });

  it('is told by any column that says so', async () => {
    expect((await verified(csv('email,name,Suspended', ...people('no', 'yes', 'no')))).status).toBe(1);
    expect((await verified(csv('email,name,Suspended', ...people('no', 'no', 'no')))).status).toBe(0);
    const both = csv('email,name,status,Suspended', ...people('active,no', 'active,yes', 'active,no'));
    expect((await verified(both)).status).toBe(1);
  });

  it('is none where the list says invited, or nothing', async () => {
    const { status, stdout } = await verified(csv('email,name,status', ...people('active', 'invited', 'active')));
    expect(stdout).not.toContain('account-suspended');
    expect(stdout).not.toContain('Whether an account is suspended');
    expect(status).toBe(0);
    const bare = await verified(csv('email,name', ...people('', '', '').map((line) => line.replace(/,$/, ''))));
    expect(bare.stdout).toContain('Whether an account is suspended');
    expect(bare.status).toBe(0);
  });
});
