import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import { type Key, keysOf, sentAttributes, sentValue } from './addresses.ts';
import type { Correlated } from './correlate.ts';
import type { Elsewhere } from './elsewhere.ts';
import { KeyIndex } from './key-index.ts';

/** Those who may claim accounts for one reason. */
export interface Claimants {
  readonly side: 'old' | 'new';
  /** Only the normalized address is theirs. */
  readonly isDrifted: boolean;
  /** Only one whom a human confirmed may claim. */
  readonly isOnlyConfirmed?: boolean;
  /** Whether the owner of these normalized addresses may be somebody else, who is out of sight. */
  isStranger?(user: number, addresses: readonly string[]): boolean;
  /** Who holds any of the forms, those first before whom the others do not count. */
  rungs(forms: readonly string[]): readonly (readonly number[])[];
}

/** Old users by any value of theirs, in some form; active ones first. */
export function oldClaimants(old: UserTable, form: Key, isDrifted: boolean): Claimants {
  const active = new KeyIndex();
  const inactive = new KeyIndex();
  for (let index = 0; index < old.length; index += 1) {
    const holders = old.isActive(index) ? active : inactive;
    for (const value of keysOf(old, index, form)) holders.add(value, index);
  }
  return {
    side: 'old',
    isDrifted,
    rungs: (forms) => [holdersOf(active, forms), holdersOf(inactive, forms)],
  };
}

/** How new users arrive at accounts. */
export interface Arriving {
  readonly next: UserTable;
  readonly mode: Mode;
  readonly key: Key;
  readonly correlated: Correlated;
}

/**
 * The one unpaired new user who arrives: a member who was invited by hand has no old user. Whom the evidence leaves
 * unpaired counts, so that a crosswalk gives nobody an account by setting somebody else free or taking them away.
 * Whoever has an old user out of sight has the accounts of that one, and no others.
 */
export function invitedClaimants(arriving: Arriving, elsewhere: Elsewhere): Claimants {
  const { correlated } = arriving;
  const senders = arrivals(arriving, (index) => correlated.isFreeByEvidence('new', index));
  return {
    side: 'new',
    isDrifted: false,
    isStranger(user, addresses) {
      const known = addresses.filter((address) => elsewhere.has(address));
      return known.length === 0
        ? correlated.isPartnerElsewhere('new', user)
        : known.some((address) => elsewhere.get(address) !== user);
    },
    rungs(forms) {
      const users = holdersOf(senders, forms);
      return users.length === 1 ? [users.filter((index) => isFreeNow(correlated, index))] : [];
    },
  };
}

/** Whoever arrives, alone or with an old user, where a human says that the account is theirs. */
export function confirmedClaimants(arriving: Arriving): Claimants[] {
  const { correlated } = arriving;
  const alone = arrivals(arriving, (index) => isFreeNow(correlated, index));
  const paired = arrivals(arriving, (index) => correlated.partner('new', index) >= 0);
  const confirmed = { isDrifted: false, isOnlyConfirmed: true };
  return [
    { ...confirmed, side: 'new', rungs: (forms) => [holdersOf(alone, forms)] },
    {
      ...confirmed,
      side: 'old',
      rungs: (forms) => [holdersOf(paired, forms).map((index) => correlated.partner('new', index))],
    },
  ];
}

/** Some of the new users by what they send. */
function arrivals({ next, mode, key }: Arriving, counts: (index: number) => boolean): KeyIndex {
  const senders = new KeyIndex();
  for (let index = 0; index < next.length; index += 1) {
    if (!counts(index)) continue;
    const values = sentAttributes(mode).map((attribute) => sentValue(next, index, attribute, mode));
    for (const account of new Set(values.map((value) => (value === null ? null : key(value))))) {
      if (account !== null) senders.add(account, index);
    }
  }
  return senders;
}

function isFreeNow(correlated: Correlated, index: number): boolean {
  return correlated.partner('new', index) < 0 && !correlated.isAmbiguous('new', index);
}

function holdersOf(index: KeyIndex, forms: readonly string[]): readonly number[] {
  const [first = '', ...more] = forms;
  return more.length === 0 ? index.get(first) : [...new Set(forms.flatMap((form) => index.get(form)))];
}
