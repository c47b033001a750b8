import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown } from '../../src/email/shown.ts';
import { OUTCOMES, type Outcome, type Person } from '../../src/model/person.ts';
import { MODES, type Mode } from '../../src/model/reconciliation.ts';
import type { Side, User } from '../../src/model/user.ts';
import { reconcile, render } from '../../src/node.ts';
import { type Notice, noticeOf } from '../../src/reporters/notice.ts';
import { inert } from '../../src/reporters/terminal.ts';
import { toRecords } from '../reference/agreement.ts';
import { organisation } from '../reference/organisation.ts';
import { runCommand } from '../support/command.ts';
import { LIVE_IN_CSV, linesOf, looksLikeFormula, readCsvReport, textIn, valueIn } from '../support/csv-report.ts';
import { tempFiles } from '../support/temp.ts';

function user(side: Side, email: string | null, given: Partial<User> = {}): User {
  const ids = { 'employee-id': null, 'external-id': null, 'immutable-id': null };
  return {
    side,
    file: null,
    line: 1,
    sso: email,
    scim: email,
    username: null,
    ids,
    name: 'Ann Lee',
    active: true,
    ...given,
  };
}

const OLD = user('old', 'ann@example.com');
const NEW = user('new', 'ann@example.com');
const ROW = user('app', 'ann@example.com', { scim: null });

function person(outcome: Outcome, given: Partial<Person> = {}): Person {
  return { old: OLD, new: NEW, app: null, correlation: null, owner: true, outcome, findings: [], ...given };
}

/** By hand: outcome, then what they notice in scim, jit and manual mode. */
const TABLE: Readonly<Record<Outcome, readonly [scim: Notice, jit: Notice, manual: Notice]>> = {
  unverified: ['call-first', 'call-first', 'call-first'],
  'account-takeover': ['call-first', 'call-first', 'call-first'],
  'keeps-account': ['sign-in-again', 'sign-in-again', 'sign-in-again'],
  'duplicate-account': ['call-first', 'call-first', 'call-first'],
  'sign-in-blocked': ['call-first', 'call-first', 'call-first'],
  'loses-access': ['loses-access', 'loses-access', 'loses-access'],
  'new-account': ['new-account', 'new-account', 'call-first'],
  'not-provisioned': ['nothing', 'nothing', 'nothing'],
};

describe('the table of outcomes', () => {
  const rows = OUTCOMES.flatMap((outcome) =>
    MODES.map((mode, index) => ({ outcome, mode, notice: TABLE[outcome][index] })),
  );

  it.each(rows)('$outcome in $mode mode: $notice', ({ outcome, mode, notice }) => {
    const owner = outcome !== 'new-account' && outcome !== 'not-provisioned';
    const told = noticeOf(person(outcome, { owner }), mode, 'exact');
    expect(told?.notice).toBe(notice);
    expect(told?.isSignedOut).toBe(owner);
    expect(told?.reachAt).toBe('ann@example.com');
    const signsIn = ['sign-in-again', 'sign-in-with-new-address', 'new-account'].includes(notice ?? '');
    expect(told?.signInWith).toBe(signsIn ? 'ann@example.com' : null);
  });
});

describe('what the outcome alone does not say', () => {
  const notice = (given: Person, mode: Mode = 'scim', compare = 'exact') => noticeOf(given, mode, compare);

  it('another spelling is another address to type', () => {
    const told = notice(person('keeps-account', { new: user('new', 'Ann@example.com') }), 'scim', 'unicode-lower');
    expect(told).toMatchObject({
      notice: 'sign-in-with-new-address',
      reachAt: 'ann@example.com',
      signInWith: 'Ann@example.com',
      signedInWith: 'ann@example.com',
    });
  });

  it('what the old side did not assert is what it sent otherwise', () => {
    const old = user('old', 'ann@example.com', { sso: null });
    expect(notice(person('keeps-account', { old }))?.notice).toBe('sign-in-again');
  });

  it('an account that nobody claims stays, and somebody has to find its holder', () => {
    const told = notice(person('keeps-account', { old: null, new: null, app: ROW }), 'jit');
    expect(told).toMatchObject({ notice: 'call-first', reachAt: 'ann@example.com', signInWith: null });
  });

  it('a pair that waits for a word is called first', () => {
    const correlation = { tier: 'local-part-and-name', evidence: ['local-part', 'name'] };
    expect(notice(person('keeps-account', { correlation }))?.notice).toBe('call-first');
  });

  it('a newcomer is reached at their own address, if they get in by it', () => {
    const newcomer = (next: User) => person('new-account', { old: null, new: next, owner: false });
    expect(notice(newcomer(NEW))).toMatchObject({
      notice: 'new-account',
      reachAt: 'ann@example.com',
      isSignedOut: false,
    });
    const split = user('new', 'ann@example.com', { scim: 'a.lee@example.com' });
    expect(notice(newcomer(split))).toMatchObject({ notice: 'call-first', reachAt: null });
    expect(notice(newcomer(split), 'jit')?.notice).toBe('new-account');
    expect(notice(newcomer(user('new', 'ann@example.com', { sso: null })))?.notice).toBe('call-first');
    const spelt = user('new', 'ann@example.com', { scim: 'Ann@example.com' });
    expect(notice(newcomer(spelt), 'scim', 'unicode-lower')?.notice).toBe('new-account');
  });

  it('who has been given an address that may be somebody else’s is not written to at it', () => {
    for (const outcome of ['unverified', 'account-takeover'] as const) {
      const told = notice(person(outcome, { old: null, owner: false }));
      expect(told).toMatchObject({ notice: 'call-first', reachAt: null, signInWith: null, name: 'Ann Lee' });
    }
  });

  it('who has no account, is not active and not new is not told anything', () => {
    const idle = { old: { ...OLD, active: false }, owner: false };
    expect(notice(person('not-provisioned', { ...idle, new: null }))).toBeNull();
    expect(notice(person('not-provisioned', { ...idle, new: { ...NEW, active: false } }))).toBeNull();
    expect(notice(person('loses-access', { ...idle, new: null, owner: true, app: ROW }))).toMatchObject({
      notice: 'loses-access',
      reachAt: 'ann@example.com',
    });
  });
});

describe('the report', () => {
  const rowsOf = async (reconciliation: Parameters<typeof render>[1]) => {
    let csv = '';
    for await (const piece of render('notify', reconciliation)) csv += piece;
    return readCsvReport(csv);
  };

  it('has a row for everybody there is to tell, with nothing of anybody else in it', async () => {
    await fc.assert(
      fc.asyncProperty(organisation, fc.constantFrom(...MODES), fc.boolean(), async (drawn, mode, isListed) => {
        const reconciliation = reconcile(toRecords(isListed ? drawn : { ...drawn, app: null }), { mode });
        const told = reconciliation.people.filter(
          ({ old, new: next, owner }) => old?.active === true || next?.active === true || owner,
        );
        const rows = await rowsOf(reconciliation);
        expect(rows).toHaveLength(told.length);
        rows.forEach((row, index) => {
          const { old, new: next, app } = told[index] ?? {};
          const own = [old, next, app].flatMap((one) => (one == null ? [] : [one.sso, one.scim]));
          for (const column of ['reach_at', 'sign_in_with', 'signed_in_with']) {
            const value = valueIn(row[column]);
            if (value !== null) expect(own).toContain(value);
          }
          // The sentence says of addresses what the cells say, and nothing else.
          let sentence = textIn(row.sentence);
          for (const column of ['sign_in_with', 'signed_in_with']) {
            const value = valueIn(row[column]);
            if (value !== null) sentence = sentence.replaceAll(inert(shown(value)), '');
          }
          expect(sentence).not.toContain('@');
          if (row.name !== '') expect([old?.name, next?.name, app?.name]).toContain(valueIn(row.name));
          if (row.call_first === 'yes') expect(row.sign_in_with).toBe('');
        });
      }),
      { numRuns: 100 },
    );
  });

  it('has headers that any mail merge takes, and whole sentences', async () => {
    const rows = await rowsOf(reconcile({ old: [OLD], new: [user('new', '=ann@example.com')] }, { compare: 'exact' }));
    const [row] = rows;
    for (const header of Object.keys(row ?? {})) expect(header).toMatch(/^[a-z][a-z_]*$/);
    for (const { sentence } of rows) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('is inert, whatever an export holds', async () => {
    const name = '\u202e\u001b[31m\r\n=1+1;@x';
    const live = { name, sso: 'a\u200b\u0007@example.com', scim: 'a\u200b\u0007@example.com' };
    let csv = '';
    for await (const piece of render('notify', reconcile({ old: [live], new: [live] }))) csv += piece;
    for (const line of linesOf(csv)) expect(line).not.toMatch(LIVE_IN_CSV);
    const [row = {}] = readCsvReport(csv);
    for (const cell of Object.values(row)) expect(looksLikeFormula(cell)).toBe(false);
    expect(valueIn(row.name)).toBe(name);
    expect(valueIn(row.reach_at)).toBe(live.sso);
  });

  const USERS = 'sso,scim,employee-id,name\nann@example.com,ann@example.com,1,"=HYPERLINK(1)"\n';
  const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=sso', `--${side}-map`, 'scim=scim']);

  it('goes to standard output and to a file, with the status of the gate, and cannot be live', async () => {
    const files = tempFiles({ 'old.csv': USERS, 'new.csv': `${USERS}\n`, 'out.csv': '' });
    const args = ['check', '--old', files['old.csv'], '--new', files['new.csv'], ...MAPS];
    const { status, stdout } = await runCommand([...args, '--report', 'notify']);
    expect(status).toBe(0);
    expect(readCsvReport(stdout)).toEqual([
      {
        reach_at: 'ann@example.com',
        name: "'=HYPERLINK(1)",
        notice: 'sign-in-again',
        signed_out: 'yes',
        call_first: 'no',
        sign_in_with: 'ann@example.com',
        signed_in_with: 'ann@example.com',
        sentence: 'You will be signed out. Sign in again as before, with ann@example.com: everything is where it was.',
      },
    ]);
    const filed = await runCommand([...args, '--report', `notify=${files['out.csv']}`]);
    expect(filed.status).toBe(0);
    expect(filed.stdout).toBe('');
  });

  it('names the app that a row is about', async () => {
    const files = tempFiles({ 'old.csv': USERS, 'new.csv': `${USERS}\n` });
    const { stdout } = await runCommand([
      ...['check', '--old', files['old.csv'], '--new', files['new.csv'], ...MAPS, '--report', 'notify'],
      ...['--service-provider', 'claude', '--service-provider', 'keycloak'],
    ]);
    expect(readCsvReport(stdout).map(({ application, notice }) => `${application} ${notice}`)).toEqual([
      'claude sign-in-again',
      'keycloak sign-in-again',
    ]);
  });
});
