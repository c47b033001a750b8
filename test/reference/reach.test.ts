/** The drawn organisations reach what they are drawn for: no rule goes unwatched because nobody runs into it. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { POLICIES } from './addresses.ts';
import { type Census, census } from './census.ts';
import { TIERS } from './correlation.ts';
import { FINDING_KINDS } from './findings.ts';
import { organisation } from './organisation.ts';
import { ID_TIERS } from './records.ts';
import { MODES, OUTCOMES } from './simulation.ts';

const ORGANISATIONS = 2000;
const LISTS = ['with a list', 'without a list'] as const;

let counts: Census = new Map();
beforeAll(() => {
  counts = census(fc.sample(organisation, { numRuns: ORGANISATIONS, seed: 11 }));
  if (process.env.SHOW)
    console.log(
      [...counts]
        .sort()
        .map(([k, v]) => `${k}: ${v}`)
        .join('\n'),
    );
}, 60_000);

/** In at least this many organisations. */
function reached(least: number, marks: readonly string[]): void {
  test.each(marks)(`%s, at least ${least} times`, (mark) => {
    expect(counts.get(mark) ?? 0).toBeGreaterThanOrEqual(least);
  });
}

describe('every outcome', () => {
  for (const list of LISTS)
    reached(
      100,
      OUTCOMES.map((outcome) => `${list}: ${outcome}`),
    );
  for (const mode of MODES) {
    // Nothing makes accounts in manual mode.
    const possible = OUTCOMES.filter(
      (name) => mode !== 'manual' || !['new-account', 'duplicate-account'].includes(name),
    );
    reached(
      30,
      possible.map((outcome) => `${mode}: ${outcome}`),
    );
  }
});

describe('an open gate', () => {
  for (const list of LISTS) {
    for (const mode of MODES)
      reached(
        100,
        POLICIES.map((policy) => `${list}: open in ${mode} under ${policy}`),
      );
  }
});

describe('every tier', () => {
  reached(
    50,
    TIERS.map((tier) => `tier ${tier}`),
  );
  reached(50, ['ambiguous', 'name conflict by email-exact']);
  reached(10, [
    'ambiguous between an active and an inactive one',
    'namesakes, all of them active',
    'namesakes, not all of them active',
  ]);
  reached(5, ['name conflict by email-normalized', 'name conflict by alias']);
  reached(
    5,
    ID_TIERS.map((kind) => `ignored ${kind}`),
  );
});

describe('every finding, in each severity it can have', () => {
  const ONLY_LISTED = ['account-email-drift', 'orphan-account'];
  const NEVER_ERROR = [
    'baseline-divergence',
    'near-duplicate-email',
    'reactivated-in-new',
    'unexpected-in-new',
    'group-missing',
  ];
  const ALSO_WARNING = [
    'missing-in-new',
    'inactive-in-new',
    'sso-scim-divergence',
    'email-missing',
    'duplicate-email',
    'duplicate-id',
    'address-reused',
    'orphan-account',
  ];
  for (const list of LISTS) {
    const kinds = FINDING_KINDS.filter((kind) => list === 'with a list' || !ONLY_LISTED.includes(kind));
    const errors = kinds.filter((kind) => !NEVER_ERROR.includes(kind));
    const warnings = kinds.filter((kind) => NEVER_ERROR.includes(kind) || ALSO_WARNING.includes(kind));
    // Without a list, only who has no address at all is active and owns nothing.
    const rare = (kind: string) => list === 'without a list' && kind === 'inactive-in-new';
    reached(
      30,
      errors.map((kind) => `${list}: error ${kind}`),
    );
    reached(
      30,
      warnings.filter((kind) => !rare(kind)).map((kind) => `${list}: warning ${kind}`),
    );
    reached(
      3,
      warnings.filter(rare).map((kind) => `${list}: warning ${kind}`),
    );
    reached(30, [`${list}: info possible-same-person`]);
  }
});

describe('every policy', () => {
  reached(50, [
    'one under: ',
    'one under: trim nfkc-lower-strip',
    'one under: ascii-ci unicode-lower nfkc-lower-strip',
    'one under: ascii-ci domain-ci unicode-lower nfkc-lower-strip',
    'one under: unicode-lower nfkc-lower-strip',
    'one under: domain-ci',
    'one under: nfkc-lower-strip',
  ]);
  const couples = POLICIES.flatMap((one, i) => POLICIES.slice(i + 1).map((other) => `${one} is not ${other}`));
  for (const list of LISTS)
    reached(
      50,
      couples.map((couple) => `${list}: ${couple}`),
    );
});

describe('every kind of member', () => {
  reached(30, [
    'claim by old active',
    'claim by old inactive',
    'claim by old active in another spelling',
    'claim by old inactive in another spelling',
    'claim by new active',
    'row twice in the list',
    'row shared by two users',
    'row without name',
    'row with another name',
    'row of somebody else in truth',
    'owner of two accounts',
    'claim by somebody inactive whose two values are sent again',
    'orphan with a namesake',
    'orphan without',
    'orphan at which two arrive',
    'orphan at an alias',
    'orphan at a new address',
    'removed row',
    'removed row of an active user',
    'active user not listed',
  ]);
  reached(10, ['claim by old contradicted by name', 'claim by new contradicted by name']);
});
