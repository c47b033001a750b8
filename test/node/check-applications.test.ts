/** Several apps as the library checks them; what a config and flags say of them is in test/cli. */
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type CheckApplicationsOptions, checkApplications } from '../../src/node.ts';
import { tempFiles } from '../support/temp.ts';

const HEADER = 'sso,employee-id,name,department\n';
const csv = (...rows: readonly string[]) => `${HEADER}${rows.join('\n')}\n`;
const ANN = 'ann@example.com,1,Ann Lee,Sales';
const BOB = 'bob@example.com,2,Bob Ray,Lab';
const CEM = 'cem@example.com,3,Cem Kaya,Sales';

function sidesOf(old: readonly (string | Readable)[], next: readonly (string | Readable)[]) {
  const map = { sso: 'sso', scim: '-' };
  return { old: { files: old, map }, new: { files: next, map } };
}

const inSales = { scope: { only: [{ column: 'department', glob: 'Sales' }] } };

test('two streams of a side, whose records stand in the same lines, are not taken for one another', async () => {
  const stream = (...rows: readonly string[]) => Readable.from([csv(...rows)]);
  const { applications, verdict } = await checkApplications({
    ...sidesOf([stream(BOB, ANN), stream(CEM)], [stream(CEM), stream(ANN, BOB)]),
    applications: [{ name: 'A', mode: 'jit', old: inSales, new: inSales }],
  });
  const people = applications[0]?.reconciliation;
  expect(people?.summary).toMatchObject({ paired: 2, users: { old: 2, new: 2 } });
  expect(people?.summary.outcomes).toMatchObject({ 'keeps-account': 2 });
  expect(verdict.status).toBe('open');
});

test('an account of an old user out of scope is known by what is sent to that app', async () => {
  const old =
    'login,mail,employee-id,name,department\nann@example.com,ann@example.com,1,Ann Lee,Sales\nb7,bob@example.com,2,Bob Ray,Lab\n';
  const files = tempFiles({
    'old.csv': old,
    'new.csv': csv(ANN, 'bob@example.com,4,,Sales'),
    'app.csv': 'email\nann@example.com\nbob@example.com\n',
  });
  const { applications } = await checkApplications({
    old: { files: [files['old.csv']], map: { sso: 'login', scim: '-' } },
    new: { files: [files['new.csv']], map: { sso: 'sso', scim: '-' } },
    applications: [
      {
        name: 'A',
        mode: 'jit',
        app: { files: [files['app.csv']], map: { email: 'email' } },
        old: { map: { sso: 'mail' }, ...inSales },
      },
    ],
  });
  expect(applications[0]?.reconciliation.summary.outcomes).toMatchObject({ 'account-takeover': 1 });
  expect(applications[0]?.verdict.status).toBe('closed');
});

describe('what is not as documented', () => {
  const files = sidesOf(['old.csv'], ['new.csv']);
  test.each<[string, unknown, RegExp]>([
    [
      'an id that one app alone maps',
      [{ name: 'A', old: { map: { 'employee-id': 'x' } } }],
      /^Option applications.0.old.map/,
    ],
    ['a name that one app alone maps', [{ name: 'A', new: { map: { name: 'x' } } }], /^Option applications.0.new.map/],
    ['two names that look the same', [{ name: 'Wiki' }, { name: 'WIKI\u200b' }], /"Wiki" and "WIKI." look the same/],
  ])('%s is refused', async (_, applications, message) => {
    const options = { ...files, applications } as unknown as CheckApplicationsOptions;
    await expect(checkApplications(options)).rejects.toMatchObject({
      code: 'ERR_USAGE',
      message: expect.stringMatching(message),
    });
  });
});
