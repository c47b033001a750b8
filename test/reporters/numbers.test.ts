import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateGate, type Reconciliation, reconcile, type UserRecord } from '../../src/index.ts';
import { ROOT } from '../architecture/sources.ts';
import { runCommand } from '../support/command.ts';
import { whole } from './whole.ts';

const person = (n: number, sso: string | undefined, more: Partial<UserRecord> = {}): UserRecord => ({
  scim: sso ?? '',
  ...(sso === undefined ? {} : { sso }),
  ids: { 'employee-id': `${n}` },
  ...more,
});

/** Eight active old users are gone; the last of them has no address, and so no account that anybody knows of. */
const LEAVERS = reconcile({
  old: [
    person(1, 'ann@example.com'),
    ...Array.from({ length: 7 }, (_, n) => person(n + 10, `p${n}@example.com`)),
    person(99, undefined, { sso: '' }),
  ],
  new: [person(1, 'ann@example.com')],
});
/** Both addresses of one, and the sign-in address of another, are missing: three errors, of two people. */
const MISSING = reconcile({
  old: [person(1, 'ann@example.com'), person(2, 'bob@example.com'), person(3, 'eve@example.com')],
  new: [person(1, 'ann@example.com'), person(2, '', { scim: '' }), person(3, 'eve@example.com', { sso: '' })],
});

const organisation = (name: string) => join(ROOT, 'fixtures/golden-organisation', name);
const ORGANISATION = [
  ...['--old', organisation('okta-users.csv'), '--new', organisation('entra-users.csv')],
  ...[
    '--old-map',
    'sso=email',
    '--old-map',
    'scim=login',
    '--new-map',
    'sso=mail',
    '--new-map',
    'scim=userPrincipalName',
  ],
];
const APP = ['--app', organisation('claude-members.csv'), '--app-map', 'email=Email'];

/** The numbers of a text report. */
function numbersIn(text: string) {
  const number = (match: string | undefined) => Number(match ?? 0);
  const [, keep, owners] = /(\d+) of (\d+) (?:person|people) with an account today/.exec(text) ?? [];
  const table = [
    ...text.matchAll(
      /^ +(\d+) {2}.*\(([a-z-]+)\)(?:, (\d+) of them without an account today)?(?:, (\d+) of them waived)?$/gm,
    ),
  ];
  const blocks = text.split('\n\n').find((part) => part.startsWith('Blocks the switch')) ?? '';
  return {
    keep: number(keep),
    owners: number(owners),
    outcomes: new Map(
      table.map(([, n, name, without, waived]) => [
        name,
        { n: number(n), without: number(without), waived: number(waived) },
      ]),
    ),
    blockers: [...blocks.matchAll(/- (\d+) (?:person|people) (.*)/g)].map(([, n, what]) => [what, number(n)] as const),
    kinds: new Map(
      [...blocks.matchAll(/errors [^:]*: (.*)/g)].flatMap(([, list = '']) =>
        list.split(', ').map((one) => [one.replace(/ \d+$/, ''), number(/\d+$/.exec(one)?.[0])] as const),
      ),
    ),
    /** Of errors that stand: how many people or inputs the heading of a kind counts. */
    headings: new Map(
      [...text.matchAll(/^ {2}error {4}(.*?) {2}(\d+)[^\n]*\n(?! {6}Waived)/gm)].flatMap(([, kinds = '', n]) =>
        kinds.split(' and ').map((kind) => [kind, number(n)] as const),
      ),
    ),
  };
}

const text = (reconciliation: Reconciliation) => whole('text', reconciliation);

describe('whoever adds up the numbers of a report', () => {
  it.each([
    ['leavers', () => text(LEAVERS)],
    ['missing addresses', () => text(MISSING)],
    ['an organisation', async () => (await runCommand(['check', ...ORGANISATION])).stdout],
    ['an organisation and its accounts', async () => (await runCommand(['check', ...ORGANISATION, ...APP])).stdout],
    [
      'an organisation without SCIM',
      async () => (await runCommand(['check', ...ORGANISATION, '--mode', 'jit'])).stdout,
    ],
  ])('finds no contradiction: %s', async (_, report) => {
    const { keep, owners, outcomes, blockers, kinds, headings } = numbersIn(await report());
    const withAccount = [...outcomes]
      .filter(([outcome]) => outcome !== 'new-account' && outcome !== 'not-provisioned')
      .map(([, { n, without }]) => n - without);
    expect(withAccount.reduce((sum, n) => sum + n, 0)).toBe(owners);
    expect(outcomes.get('keeps-account')?.n ?? 0).toBe(keep);
    const loses = outcomes.get('loses-access');
    const losers = blockers.find(([what]) => what === 'would lose their account')?.[1] ?? 0;
    expect(losers).toBe((loses?.n ?? 0) - (loses?.without ?? 0) - (loses?.waived ?? 0));
    expect(kinds.size).toBeGreaterThan(0);
    for (const [kind, n] of kinds) expect(headings.get(kind), kind).toBe(n);
  });

  it('is told of whom there is no account to lose', async () => {
    const report = await text(LEAVERS);
    expect(report).toContain('1 of 8 people with an account today keeps it');
    expect(report).toContain('- 7 people would lose their account\n');
    expect(report).toContain(
      '8  lose their account: no active user in the new IdP (loses-access), 1 of them without an account today\n',
    );
  });

  it('is told where somebody has errors of several kinds', async () => {
    const { stdout } = await runCommand(['check', ...ORGANISATION]);
    const [, n, list = ''] = /- errors about (\d+) people, counted once for each kind: (.*)/.exec(stdout) ?? [];
    const sum = [...list.matchAll(/\d+/g)].reduce((total, [count]) => total + Number(count), 0);
    expect(sum).toBeGreaterThan(Number(n));
  });

  it('is told how many people errors are about, and of inputs how many errors there are', async () => {
    const report = await text(MISSING);
    expect(report).toContain('- errors about 2 people: email-missing 2\n');
    const { status, reasons } = evaluateGate(MISSING);
    expect(status).toBe('closed');
    expect(reasons.find(({ code }) => code === 'email-missing')).toEqual({
      code: 'email-missing',
      count: 3,
      message: '3 errors of kind email-missing, of 2 people',
    });
    const { stdout } = await runCommand(['check', ...ORGANISATION]);
    expect(stdout).toMatch(/- errors in what was given: record-rejected 3, /);
  });
});
