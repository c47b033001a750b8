import fc from 'fast-check';
import { FINDINGS } from '../../src/findings/index.ts';
import {
  type GatePolicy,
  type Person,
  type Reconciliation,
  reconcile,
  type UserRecord,
  type Waiver,
} from '../../src/index.ts';
import { OUTCOMES } from '../../src/model/person.ts';

export const NOW = '2026-06-01T12:00:00Z';
export const TODAY = '2026-06-01';

/** A waiver that lacks nothing but what it is about. */
export function waiver(about: Partial<Waiver>): Waiver {
  return { reason: 'agreed in CHG-1', owner: 'it@example.com', expires: '2026-12-31', ...about };
}

export function policy(...waivers: readonly Partial<Waiver>[]): GatePolicy {
  return { waivers: waivers.map(waiver), now: NOW };
}

/** Addresses that are few, so that people swap and share them. */
const ADDRESSES = ['ann@example.com', 'bob@example.com', 'Bob@example.com', 'cem@example.org', 'dee@example.org'];
const NAMES = ['Ann Lee', 'Bob Roe', 'Cem Ito'];

const record: fc.Arbitrary<UserRecord> = fc.record({
  sso: fc.constantFrom(...ADDRESSES),
  scim: fc.option(fc.constantFrom(...ADDRESSES)),
  username: fc.option(fc.constantFrom('ann', 'employee-id:1', ...ADDRESSES)),
  name: fc.option(fc.constantFrom(...NAMES)),
  ids: fc.record({ 'employee-id': fc.option(fc.constantFrom('1', '2', '3', '01')) }),
  active: fc.boolean(),
});
const side = fc.array(record, { minLength: 1, maxLength: 5 });

/** Small migrations in which a good deal goes wrong. */
export const worlds: fc.Arbitrary<Reconciliation> = fc
  .record({ old: side, next: side, mode: fc.constantFrom('scim' as const, 'jit' as const, 'manual' as const) })
  .map(({ old, next, mode }) => reconcile({ old, new: next }, { mode }));

const some = <T>(...values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const KINDS = FINDINGS.map(({ kind }) => kind);
/** The kinds and outcomes that close gates come up more often than all the others. */
const kind = fc.option(fc.oneof(fc.constant(KINDS), fc.subarray(KINDS, { minLength: 1, maxLength: 8 })), {
  nil: undefined,
});
const outcome = fc.option(
  fc.oneof(fc.constant([...OUTCOMES]), fc.subarray([...OUTCOMES], { minLength: 1, maxLength: 4 })),
  { nil: undefined },
);

export const waivers: fc.Arbitrary<Waiver> = fc
  .record({
    kind,
    outcome,
    person: some(...ADDRESSES, 'ann', 'employee-id:1', 'employee-id:01', 'employee-id:2', 'nobody@example.com'),
    pattern: some('*', '*@*', '*@example.com', 'B*', '?em@*', '*@example.???'),
    expires: fc.constantFrom('2026-05-31', TODAY, '2026-12-31'),
  })
  .map((about) => waiver(JSON.parse(JSON.stringify(about))));

export const severities = fc.dictionary(fc.constantFrom(...KINDS), fc.constantFrom('error', 'warning', 'info'), {
  maxKeys: 6,
});

/** What a person has that a waiver may name. */
export function namesOf({ old, new: next, app }: Person): string[] {
  return [old, next, app].flatMap((user) =>
    user === null
      ? []
      : [
          ...[user.sso, user.scim, user.username].filter((text) => text?.startsWith('employee-id:') === false),
          `employee-id:${user.ids['employee-id']}`,
        ].filter((text) => text !== null && text !== undefined),
  );
}

/** A glob as a regular expression: slower than the one of the code, and another way of doing it. */
export function globMatches(glob: string, text: string): boolean {
  const source = [...glob]
    .map((one) => (one === '*' ? '.*' : one === '?' ? '.' : one.replace(/[.+@]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, 'i').test(text);
}
