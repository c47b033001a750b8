import { describe, expect, it } from 'vitest';
import { TRUTH, verifyReport } from './scenario.ts';

describe('a switch in which nearly everything went wrong', () => {
  it('is told person by person as its truth table has it', async () => {
    const { people } = await verifyReport();
    const told = people.map(({ old, new: next, accounts, synced, account, sync, findings }) => {
      const email = old?.scim ?? next?.scim ?? accounts[0]?.sso ?? synced[0]?.scim ?? '';
      const found = findings.map(({ severity, kind }) => `${severity}:${kind}`);
      return [email.replace('@example.com', ''), [account, sync, ...found]];
    });
    expect(Object.fromEntries(told)).toEqual(TRUTH);
    expect(told).toHaveLength(Object.keys(TRUTH).length);
  });

  it('names both halves of a second account, and who may be the other half', async () => {
    const { people } = await verifyReport();
    const of = (local: string) =>
      people.find(({ old, accounts }) => (old?.scim ?? accounts[0]?.sso) === `${local}@example.com`)?.findings[0];
    expect(of('bob')?.others?.map(({ sso }) => sso)).toEqual(['bob@example.com', 'Bob@example.com']);
    expect(of('bob')?.difference?.classes).toEqual(['case']);
    expect(of('cat')).toMatchObject({ old: 'cat@example.com', new: 'Cat@example.com' });
    expect(of('cat')?.message).toContain('but for its spelling');
    expect(of('dan')?.others?.map(({ sso }) => sso)).toEqual(['dmoe@example.com']);
    expect(of('dmoe')?.others?.map(({ sso }) => sso)).toEqual(['dan@example.com']);
    expect(of('zed')?.others).toBeUndefined();
  });

  it('accounts for every person and every row', async () => {
    const { summary, inputs, baseline, people, verdict } = await verifyReport();
    const sum = (counts: Readonly<Record<string, number>> | null) =>
      Object.values(counts ?? {}).reduce((total, count) => total + count, 0);
    expect(summary.people).toBe(14);
    expect(summary.strangers).toBe(2);
    expect(baseline).toMatchObject({ people: 14, withheld: 0, gate: 'closed', listed: true });
    expect(people).toHaveLength(16);
    expect(sum(summary.accounts)).toBe(16);
    expect(sum(summary.syncs)).toBe(16);
    expect(summary.rows.app).toEqual({ ofPeople: 13, unexpected: 2, removed: 1 });
    expect(summary.rows.scim).toEqual({ ofPeople: 11, unexpected: 1, inactive: 1 });
    expect(inputs.map(({ users }) => users)).toEqual([13, 16]);
    expect(summary.waived).toBe(1);
    expect(sum(summary.findings)).toBe(sum(summary.severities));
    expect(verdict.status).toBe('not-verified');
  });
});
