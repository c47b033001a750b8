import { describe, expect, it } from 'vitest';
import { type CheckOptions, check } from '../../src/node.ts';
import { tempFiles } from '../support/temp.ts';

const CSV = 'email,name\nann@example.com,Ann Lee\n';
const MAP = { sso: 'email', scim: 'email' };

describe('check', () => {
  it('answers with a reconciliation and a verdict', async () => {
    const files = tempFiles({ 'old.csv': CSV, 'new.csv': `${CSV}\n` });
    const { reconciliation, verdict } = await check({
      old: { files: [files['old.csv']], map: MAP },
      new: { files: [files['new.csv']], map: MAP },
    });
    expect(verdict).toEqual({ status: 'open', reasons: [] });
    expect(reconciliation.summary.outcomes['keeps-account']).toBe(1);
    expect(reconciliation.inputs.map(({ side, records, users }) => [side, records, users])).toEqual([
      ['old', 1, 1],
      ['new', 1, 1],
    ]);
  });

  it('takes pages of an API from several files, and misses one that is not given', async () => {
    const page = (email: string, more: object) => JSON.stringify({ value: [{ mail: email }], ...more });
    const files = tempFiles({
      'new-1.json': page('ann@example.com', { '@odata.nextLink': 'https://graph.example.com/users?skip=1' }),
      'new-2.json': page('bob@example.com', {}),
      'old.csv': 'email\nann@example.com\nbob@example.com\n',
    });
    const ask = (...pages: string[]) =>
      check({
        old: { files: [files['old.csv']], map: MAP },
        new: { files: pages, map: { sso: 'mail', scim: 'mail' } },
      });
    // Files need not come in the order of their pages.
    const { reconciliation } = await ask(files['new-2.json'], files['new-1.json']);
    expect(reconciliation.summary.outcomes['keeps-account']).toBe(2);
    await expect(ask(files['new-1.json'])).rejects.toMatchObject({
      code: 'ERR_INPUT_TRUNCATED',
      file: files['new-1.json'],
    });
  });

  it.each([
    ['no options', undefined],
    ['no new side', { old: { files: ['a.csv'] } }],
    ['a file that is not in a list', { old: { files: 'a.csv' }, new: { files: ['b.csv'] } }],
    ['no files', { old: { files: [] }, new: { files: ['b.csv'] } }],
    ['a misspelt key of a map', { old: { files: ['a.csv'], map: { email: 'x' } }, new: { files: ['b.csv'] } }],
    ['a misspelt option', { old: { files: ['a.csv'] }, new: { files: ['b.csv'] }, modus: 'jit' }],
    ['an unknown mode', { old: { files: ['a.csv'] }, new: { files: ['b.csv'] }, mode: 'sync' }],
  ])('refuses %s', async (_, options) => {
    await expect(check(options as unknown as CheckOptions)).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});
