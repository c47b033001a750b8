/** Draws crosswalks at random for a drawn organisation: sensible rows, contradictions, and nonsense. */
import fc from 'fast-check';
import { normalForm } from '../../../src/email/normal-form.ts';
import { idForm } from '../../../src/matcher/id-forms.ts';
import type { CrosswalkDecision, PersonKey } from '../../../src/model/crosswalk.ts';
import { ID_KINDS, type UserRecord } from '../../../src/model/user.ts';
import { type LibraryInput, type LibraryRecord, toRecords } from '../../reference/agreement.ts';
import { organisation } from '../../reference/organisation.ts';

export type Record = LibraryRecord & { readonly username: string };
export interface Input {
  readonly old: readonly Record[];
  readonly new: readonly Record[];
  readonly app?: LibraryInput['app'];
}

type KeyedBy = 'login' | 'everything' | 'ids' | 'email';
interface Choice {
  readonly old: number;
  readonly new: number;
  readonly row: number;
  readonly decision: CrosswalkDecision['decision'] | null;
  readonly keyedBy: KeyedBy;
  /** About two who have something to do with each other, where there are any. */
  readonly isLikely: boolean;
  readonly about: 'couple' | 'old and account' | 'new and account' | 'nonsense';
  readonly nonsense: PersonKey;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  old: fc.nat(20),
  new: fc.nat(20),
  row: fc.nat(20),
  decision: fc.constantFrom('same', 'same', 'different', 'different', null),
  keyedBy: fc.constantFrom<KeyedBy[]>('login', 'login', 'login', 'everything', 'everything', 'ids', 'email'),
  isLikely: fc.nat(3).map((n) => n > 0),
  about: fc.oneof(
    { weight: 4, arbitrary: fc.constant('couple' as const) },
    { weight: 2, arbitrary: fc.constantFrom('old and account' as const, 'new and account' as const) },
    { weight: 1, arbitrary: fc.constant('nonsense' as const) },
  ),
  nonsense: fc.constantFrom<PersonKey[]>({}, { name: 'Ann Lee' }, { email: 'nobody@example.net' }, { username: '' }),
});

/** The records of an organisation, each with a login of its own, and a crosswalk about some of them. */
export const told = fc
  .tuple(organisation, fc.boolean(), fc.array(choice, { maxLength: 8 }))
  .map(([drawn, isListed, choices]) => {
    const input = withLogins(toRecords(isListed ? drawn : { ...drawn, app: null }));
    return { input, crosswalk: choices.map((one, index) => decisionOf(one, input, index + 2)) };
  });

export function withLogins({ old, new: next, ...app }: LibraryInput): Input {
  const login = (side: string, records: readonly LibraryRecord[]) =>
    records.map((record) => ({ ...record, username: `${side}${record.line}` }));
  return { ...app, old: login('old', old), new: login('new', next) };
}

function decisionOf(drawn: Choice, { old, new: next, app = [] }: Input, line: number): CrosswalkDecision {
  const { about, decision, keyedBy, isLikely } = drawn;
  const pick = <T>(all: readonly T[], at: number, isRelated: (one: T) => boolean): T | undefined => {
    const related = isLikely ? all.filter(isRelated) : [];
    const from = related.length > 0 ? related : all;
    return from[at % from.length];
  };
  const key = (record: Record | undefined): PersonKey => (record === undefined ? {} : personKey(record, keyedBy));
  const base = { ...(decision === null ? {} : { decision }), file: 'crosswalk.csv', line };
  const [a, alone] = [pick(old, drawn.old, () => true), pick(next, drawn.new, () => true)];
  const b = pick(next, drawn.new, (other) => a !== undefined && areRelated(a, other));
  const account = (user: Record | undefined) =>
    pick(app, drawn.row, ({ sso }) => user !== undefined && isAt(user, sso))?.sso ?? 'a@example.com';
  switch (about) {
    case 'couple':
      return { ...base, old: key(a), new: key(b) };
    case 'old and account':
      return { ...base, old: key(a), app: account(a) };
    case 'new and account':
      return { ...base, new: key(alone), app: account(alone) };
    case 'nonsense':
      return drawn.row % 2 === 0
        ? { ...base, old: key(a), new: key(b), app: account(a) }
        : { ...base, old: drawn.nonsense, new: key(b) };
  }
}

function areRelated(a: Record, b: Record): boolean {
  const haveOneId = ID_KINDS.some((kind) => a.ids[kind] !== null && a.ids[kind] === b.ids[kind]);
  return haveOneId || (a.name !== null && a.name === b.name) || [b.sso, b.scim].some((value) => isAt(a, value));
}

function isAt({ sso, scim }: UserRecord, address: string | null): boolean {
  return address !== null && [sso, scim].some((value) => value != null && isSpelled(value, address));
}

export function personKey({ sso, scim, name, ids, username }: Record, keyedBy: KeyedBy): PersonKey {
  const given = (value: string | null) => value ?? undefined;
  const allIds = Object.fromEntries(
    ID_KINDS.flatMap((kind) => (ids[kind] === null ? [] : [[kind, ids[kind]] as const])),
  );
  switch (keyedBy) {
    case 'login':
      return { username };
    case 'ids':
      return { ids: allIds };
    case 'email':
      return { email: given(sso ?? scim) };
    case 'everything':
      return { email: given(sso ?? scim), username, ids: allIds, name: given(name) };
  }
}

/** Whether a key could be meant for a record: by an id, an address in any spelling, or the login. */
export function couldName(key: PersonKey | undefined, { sso, scim, ids, username }: UserRecord): boolean {
  if (key === undefined) return false;
  const isId = ID_KINDS.some((kind) => {
    const form = idForm(kind, key.ids?.[kind] ?? null);
    return form !== null && form === idForm(kind, ids?.[kind] ?? null);
  });
  return isId || isAt({ sso, scim }, key.email ?? null) || (key.username !== undefined && key.username === username);
}

function isSpelled(a: string, b: string): boolean {
  return a === b || normalForm(a) === normalForm(b);
}
