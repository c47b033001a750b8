import type { Person } from '../model/person.ts';
import type { Mode } from '../model/reconciliation.ts';
import type { User } from '../model/user.ts';

/** Turns an address into what the service provider compares. */
export type Key = (address: string) => string;

/** What a baseline lets expect of one person, as addresses. */
export interface Expectation {
  readonly person: Person;
  /** Where their account was before the switch, as far as it is known; of two that cannot be told apart, both. */
  readonly before: readonly string[];
  /** Accounts that they are known to have had before, however many. */
  readonly had: readonly string[];
  /** Where an account is made for them where they have none; null for nowhere. */
  readonly created: string | null;
  /** What SCIM pushes for them; null where it pushes nobody. */
  readonly pushed: string | null;
  /** What is sent about them, by either channel. */
  readonly sent: readonly string[];
  /** Every address that either side has of them. */
  readonly known: readonly string[];
}

/** What the baseline lets expect of a person; the same rules as those by which it predicted. */
export function expectationOf(person: Person, mode: Mode, isListed: boolean, key: Key): Expectation {
  const { old, new: next } = person;
  const sso = next?.active === true ? next.sso : null;
  const scim = next?.active === true && mode === 'scim' ? next.scim : null;
  const created = mode === 'manual' ? null : mode === 'scim' ? scim : sso;
  const sent = values(sso, scim);
  return {
    person,
    before: person.owner ? (isListed ? listedAccounts(person, sent, key) : impliedAccounts(person, mode, key)) : [],
    had: person.owner && isListed ? values(person.app?.sso, ...drifted(person)) : [],
    created,
    pushed: scim,
    sent,
    known: values(old?.sso, old?.scim, next?.sso, next?.scim),
  };
}

/** Accounts of theirs in another spelling, which the baseline has found. */
function drifted({ findings }: Person): readonly (string | null | undefined)[] {
  return findings.flatMap(({ kind, side, old }) => (kind === 'account-email-drift' && side === 'app' ? [old] : []));
}

/** A baseline shows one row of each person: whoever keeps an account that it does not show arrives at it. */
function listedAccounts({ app, outcome }: Person, sent: readonly string[], key: Key): readonly string[] {
  const shown = values(app?.sso);
  const isShown = sent.some((address) => shown.some((account) => key(account) === key(address)));
  return outcome === 'keeps-account' && !isShown ? values(...shown, ...sent) : shown;
}

function impliedAccounts({ old, new: next }: Person, mode: Mode, key: Key): readonly string[] {
  if (old === null) return [];
  const account = mode === 'scim' ? (old.scim ?? old.sso) : (old.sso ?? old.scim);
  // Where the two differ and go on doing so, the account may be at either: only the member list knows.
  return isUnchanged(old, next, mode, key)
    ? values(account, old.sso, mode === 'scim' ? old.scim : null)
    : values(account);
}

function isUnchanged(old: User, next: User | null, mode: Mode, key: Key): boolean {
  const isSame = (before: string | null, now: string | null) =>
    before !== null && now !== null && key(before) === key(now);
  if (next?.active !== true || !isSame(old.sso ?? old.scim, next.sso)) return false;
  return mode !== 'scim' || isSame(old.scim ?? old.sso, next.scim);
}

/** Those that there are, each once. */
function values(...given: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(given.filter((value) => value !== null && value !== undefined))];
}
