import { describe, expect, it } from 'vitest';
import { type CheckOptions, check, type GatePolicy, render, type Waiver } from '../../src/node.ts';
import { tempFiles } from '../support/temp.ts';

const HEAD = 'email,employee-id,name\n';
const MAP = { sso: 'email', scim: 'email' };
const DAY = 86_400_000;

function options(policy: GatePolicy): CheckOptions {
  const files = tempFiles({
    'old.csv': `${HEAD}ann@example.com,1,Ann Lee\nbob@example.com,2,Bob Roe\n`,
    'new.csv': `${HEAD}ann@example.com,1,Ann Lee\n`,
  });
  return { old: { files: [files['old.csv']], map: MAP }, new: { files: [files['new.csv']], map: MAP }, policy };
}

function leaver(days: number): Waiver {
  return {
    kind: 'missing-in-new',
    outcome: 'loses-access',
    person: 'bob@example.com',
    reason: 'leaves',
    owner: 'it@example.com',
    expires: new Date(Date.now() + days * DAY).toISOString().slice(0, 10),
  };
}

describe('the policy of check()', () => {
  it('takes the time from the clock, unless it is told', async () => {
    expect((await check(options({ waivers: [leaver(1)] }))).verdict.status).toBe('open');
    expect((await check(options({ waivers: [leaver(-1)] }))).verdict.status).toBe('closed');
    const past = new Date(Date.now() - 2 * DAY).toISOString();
    expect((await check(options({ waivers: [leaver(-1)], now: past }))).verdict.status).toBe('open');
  });

  it('is in what is rendered', async () => {
    const { reconciliation, verdict } = await check(options({ waivers: [leaver(1)] }));
    const pieces: string[] = [];
    for await (const piece of render('json', reconciliation)) pieces.push(piece);
    const report = JSON.parse(pieces.join(''));
    expect(report.gate).toEqual(JSON.parse(JSON.stringify(verdict)));
    expect(report.people[0]).toMatchObject({ outcome: 'loses-access', waiver: { id: 'waiver-1' } });
  });

  it.each<[string, unknown, string]>([
    [
      'a misspelt kind of a severity',
      { severities: { 'unexpected-in-nwe': 'error' } },
      'Did you mean unexpected-in-new?',
    ],
    [
      'a misspelt kind of a waiver',
      { waivers: [{ ...leaver(1), kind: ['missing-in-new', 'same-fiel'] }] },
      'same-file',
    ],
    ['a waiver of nothing', { waivers: [{ ...leaver(1), kind: undefined, outcome: undefined }] }, 'Waiver 1'],
  ])('is refused for %s, before any file is read', async (_, policy, says) => {
    const unread = { old: { files: ['no-such.csv'] }, new: { files: ['no-such.csv'] }, policy: policy as GatePolicy };
    await expect(check(unread)).rejects.toMatchObject({ code: 'ERR_POLICY', message: expect.stringContaining(says) });
  });
});
