import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonKey } from '../../src/email/compare.ts';
import {
  type Person,
  type Reconciliation,
  reconcile,
  render,
  type UserRecord,
  verifyMigration,
} from '../../src/index.ts';
import { type LibraryInput, toRecords } from '../reference/agreement.ts';
import { organisation } from '../reference/organisation.ts';

type Mode = 'scim' | 'jit' | 'manual';

/** The lists of after a switch. */
interface After {
  readonly app: UserRecord[];
  readonly scim: UserRecord[];
}

const HARMLESS = new Set(['keeps-account', 'new-account', 'not-provisioned', 'loses-access']);

/** The report of everybody, as it is written and read again. */
async function baselineOf(reconciliation: Reconciliation): Promise<unknown> {
  let text = '';
  for await (const piece of render('json', reconciliation, { all: true })) text += piece;
  return JSON.parse(text);
}

/**
 * What a service provider does that compares exactly, in its own words: creates and links by SCIM, then signs in, then
 * removes what nobody linked to. It knows addresses and nobody's identity.
 */
function switchOver({ new: next, app = [] }: LibraryInput, mode: Mode): After {
  const accounts = new Map(app.filter(({ active }) => active).map((row) => [row.sso, row as UserRecord]));
  const active = next.filter((user) => user.active);
  const linked = new Set<string>();
  if (mode === 'scim') {
    for (const { scim, name } of active) {
      if (scim === null) continue;
      if (!accounts.has(scim)) accounts.set(scim, { sso: scim, name });
      linked.add(scim);
    }
    for (const address of accounts.keys()) if (!linked.has(address)) accounts.delete(address);
  }
  if (mode === 'jit') {
    for (const { sso, name } of active) if (sso !== null && !accounts.has(sso)) accounts.set(sso, { sso, name });
  }
  return {
    app: [...accounts.values()],
    scim: active.filter(({ scim }) => scim !== null).map(({ scim, name, groups }) => ({ scim, name, groups })),
  };
}

function listsOf({ app, scim }: After, mode: Mode) {
  return mode === 'scim' ? { app, scim } : { app };
}

/** An organisation of whom no harm is predicted, and its lists after the switch, with somebody in each. */
const smooth = fc
  .record({ drawn: organisation, mode: fc.constantFrom<Mode>('scim', 'jit', 'manual') })
  .map(({ drawn, mode }) => {
    const input = toRecords(drawn);
    return { input, mode, reconciliation: reconcile(input, { mode }), after: switchOver(input, mode) };
  })
  .filter(({ input, mode, reconciliation: { people }, after }) => {
    // By what way somebody gets in whose two addresses differ and always did, no list knows.
    const isPlain = mode !== 'scim' || input.new.every(({ sso, scim, active }) => !active || sso === scim);
    // A baseline shows one row of each person: of who had two accounts all along, it cannot tell.
    const shown = new Set(people.flatMap(({ app }) => (app === null ? [] : [app.line])));
    return (
      isPlain &&
      shown.size === input.app?.filter(({ active }) => active).length &&
      people.every(({ outcome }) => HARMLESS.has(outcome)) &&
      people.some(({ outcome }) => outcome === 'keeps-account') &&
      after.app.length > 1 &&
      (mode !== 'scim' || after.scim.length > 1)
    );
  });

const keeper = ({ outcome, old, new: next }: Person) => outcome === 'keeps-account' && old !== null && next !== null;
const addressOf = ({ new: next }: Person, mode: Mode) => (mode === 'scim' ? next?.scim : next?.sso) ?? '';

describe('what was predicted, and happened', () => {
  it('verifies', async () => {
    await fc.assert(
      fc.asyncProperty(smooth, async ({ reconciliation, after, mode }) => {
        const found = verifyMigration(await baselineOf(reconciliation), listsOf(after, mode));
        expect(found.people.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'))).toEqual(
          [],
        );
        expect(found.verdict).toEqual({ status: 'verified', reasons: [] });
      }),
      { numRuns: 80 },
    );
  });

  const perturbations: Readonly<Record<string, (after: After, address: string) => After>> = {
    'an account is gone': ({ app, scim }, address) => ({ app: app.filter(({ sso }) => sso !== address), scim }),
    'a second one in another spelling is there': ({ app, scim }, address) => ({
      app: [...app, { sso: `${address} ` }],
      scim,
    }),
    'an account has moved to another spelling': ({ app, scim }, address) => ({
      app: app.map((row) => (row.sso === address ? { ...row, sso: `${address}\u200b` } : row)),
      scim,
    }),
    'an account is there that nobody knows': ({ app, scim }) => ({
      app: [...app, { sso: 'nobody@example.net' }],
      scim,
    }),
  };

  it.each(Object.entries(perturbations))('does not verify once %s', async (_, perturb) => {
    await fc.assert(
      fc.asyncProperty(smooth, fc.nat(), async ({ reconciliation, after, mode }, pick) => {
        const keepers = reconciliation.people.filter(keeper);
        fc.pre(keepers.length > 0);
        const address = addressOf(keepers[pick % keepers.length] as Person, mode);
        const changed = perturb(after, address);
        fc.pre(changed.app.length > 0 && !after.app.some(({ sso }) => sso === `${address} `));
        const { verdict } = verifyMigration(await baselineOf(reconciliation), listsOf(changed, mode));
        expect(verdict.status).toBe('not-verified');
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['is not pushed', (scim: UserRecord[], address: string) => scim.filter((user) => user.scim !== address)],
    [
      'is pushed under another address',
      (scim: UserRecord[], address: string) =>
        scim.map((user) => (user.scim === address ? { ...user, scim: `x${address}` } : user)),
    ],
    [
      'is pushed and not active',
      (scim: UserRecord[], address: string) =>
        scim.map((user) => (user.scim === address ? { ...user, active: false } : user)),
    ],
  ] as const)('does not verify once somebody %s', async (_, perturb) => {
    await fc.assert(
      fc.asyncProperty(smooth, fc.nat(), async ({ reconciliation, after, mode }, pick) => {
        fc.pre(mode === 'scim');
        const keepers = reconciliation.people.filter(keeper);
        fc.pre(keepers.length > 0);
        const scim = perturb(after.scim, addressOf(keepers[pick % keepers.length] as Person, mode));
        fc.pre(scim.length > 0);
        const { verdict } = verifyMigration(await baselineOf(reconciliation), { scim });
        expect(verdict.status).toBe('not-verified');
      }),
      { numRuns: 25 },
    );
  });
});

const anything = fc.record({
  drawn: organisation,
  mode: fc.constantFrom<Mode>('scim', 'jit', 'manual'),
  isListed: fc.boolean(),
});

describe('whatever was predicted', () => {
  it('does not verify where harm was, and came about', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async ({ drawn, mode, isListed }) => {
        const input = toRecords(isListed ? drawn : { ...drawn, app: null });
        const reconciliation = reconcile(input, { mode });
        fc.pre(
          reconciliation.people.some(
            ({ outcome, owner }) => !HARMLESS.has(outcome) && (owner || outcome === 'unverified'),
          ),
        );
        const after = switchOver(toRecords(drawn), mode);
        fc.pre(after.app.length > 0 && after.scim.length > 0);
        const { verdict } = verifyMigration(await baselineOf(reconciliation), listsOf(after, mode));
        expect(verdict.status).toBe('not-verified');
      }),
      { numRuns: 80 },
    );
  });

  it('every person and every row is counted once', async () => {
    const address = fc.constantFrom('a', 'b', 'c', 'A', 'n').map((local) => `${local}@example.com`);
    await fc.assert(
      fc.asyncProperty(
        anything,
        fc.array(fc.record({ sso: fc.option(address), active: fc.boolean() }), { minLength: 1 }),
        fc.array(fc.record({ scim: fc.option(address), active: fc.boolean() }), { minLength: 1 }),
        fc.boolean(),
        async ({ drawn, mode, isListed }, extraApp, extraScim, isAlone) => {
          const input = toRecords(isListed ? drawn : { ...drawn, app: null });
          const reconciliation = reconcile(input, { mode });
          const after = switchOver(toRecords(drawn), mode);
          // Numbered by their place.
          const app = [...(isAlone ? [] : after.app), ...extraApp].map((row) => ({ ...row, line: undefined }));
          const scim = [...(isAlone ? [] : after.scim), ...extraScim];
          const found = verifyMigration(await baselineOf(reconciliation), listsOf({ app, scim }, mode));
          const sum = (counts: object | null) =>
            Object.values(counts ?? {}).reduce((total: number, count: number) => total + count, 0);
          expect(found.summary.people).toBe(reconciliation.people.length);
          expect(sum(found.summary.accounts)).toBe(found.people.length);
          expect(sum(found.summary.rows.app)).toBe(app.length);
          const active = app.filter(({ active: isThere = true }) => isThere).length;
          const listed = new Set(found.people.flatMap(({ accounts }) => accounts.map(({ line }) => line)));
          expect(listed.size).toBe(active);
          if (mode !== 'scim') return;
          expect(sum(found.summary.syncs)).toBe(found.people.length);
          expect(sum(found.summary.rows.scim)).toBe(scim.length);
        },
      ),
      { numRuns: 80 },
    );
  });
});

it('compares as the baseline did', async () => {
  const key = comparisonKey('unicode-lower');
  await fc.assert(
    fc.asyncProperty(smooth, async ({ input, mode }) => {
      const reconciliation = reconcile(input, { mode, compare: 'unicode-lower' });
      fc.pre(reconciliation.people.every(({ outcome }) => HARMLESS.has(outcome)));
      fc.pre(reconciliation.people.some(({ outcome }) => outcome === 'keeps-account'));
      const after = switchOver(input, mode);
      const upper = after.app.map((row) => ({ ...row, sso: (row.sso ?? '').toUpperCase() }));
      fc.pre(upper.every(({ sso }, index) => key(sso) === key(after.app[index]?.sso ?? '')));
      const { summary } = verifyMigration(await baselineOf(reconciliation), { app: upper });
      expect(summary.accounts?.vanished).toBe(0);
      expect(summary.accounts?.replaced).toBe(0);
    }),
    { numRuns: 25 },
  );
});
