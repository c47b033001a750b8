import { normalForm } from '../email/normal-form.ts';
import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import { type Key, keysOf, sentAttributes, sentValue } from './addresses.ts';
import type { Correlated } from './correlate.ts';
import { KeyIndex } from './key-index.ts';
import type { Sides } from './sides.ts';

/** Whose a listed account is, and why. */
export interface Claim {
  readonly side: 'old' | 'new';
  readonly users: readonly number[];
  /** Only the normalized address is theirs. */
  readonly isDrifted: boolean;
}

/** The rows of the app's list that are accounts, by the key of their address; a row without one has no key. */
export function accountRows(app: UserTable, key: Key): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < app.length; row += 1) {
    const email = app.value('sso', row);
    if (email === null || !app.isActive(row)) continue;
    const account = key(email);
    const known = rows.get(account);
    if (known === undefined) rows.set(account, [row]);
    else known.push(row);
  }
  return rows;
}

/**
 * Decides whose each listed account is: of the old users who have its address, active ones first; otherwise of those who
 * have it but for its spelling; otherwise of the one unpaired new user who arrives with it.
 *
 * @param rows - rows of the app's list by the key of their account
 * @returns claims by the key of the account; none for one that nobody claims
 */
export function claimAccounts(
  tables: Sides<UserTable>,
  app: UserTable,
  rows: ReadonlyMap<string, readonly number[]>,
  mode: Mode,
  key: Key,
  correlated: Correlated,
): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  const claim = (claimants: Claimants, formsOf: (account: string, rows: readonly number[]) => readonly string[]) => {
    for (const [account, ofAccount] of rows) {
      if (claims.has(account)) continue;
      const users = claimants.of(formsOf(account, ofAccount));
      if (users.length > 0) claims.set(account, { side: claimants.side, users, isDrifted: claimants.isDrifted });
    }
  };
  claim(oldClaimants(tables.old, key, false), (account) => [account]);
  // Nearly every account is claimed by now, and normal forms are dear.
  if (claims.size === rows.size) return claims;
  claim(oldClaimants(tables.old, normalForm, true), (_, ofAccount) =>
    ofAccount.map((row) => normalForm(app.value('sso', row) ?? '')),
  );
  claim(invitedClaimants(tables.new, mode, key, correlated), (account) => [account]);
  return claims;
}

/** Those who may claim accounts for one reason. */
interface Claimants extends Pick<Claim, 'side' | 'isDrifted'> {
  of(forms: readonly string[]): readonly number[];
}

function oldClaimants(old: UserTable, form: Key, isDrifted: boolean): Claimants {
  const active = new KeyIndex();
  const inactive = new KeyIndex();
  for (let index = 0; index < old.length; index += 1) {
    const holders = old.isActive(index) ? active : inactive;
    for (const value of keysOf(old, index, form)) holders.add(value, index);
  }
  return {
    side: 'old',
    isDrifted,
    of(forms) {
      const first = holdersOf(active, forms);
      return first.length > 0 ? first : holdersOf(inactive, forms);
    },
  };
}

/** Unpaired new users by what they send: a member who was invited by hand has no old user. */
function invitedClaimants(next: UserTable, mode: Mode, key: Key, correlated: Correlated): Claimants {
  const senders = new KeyIndex();
  for (let index = 0; index < next.length; index += 1) {
    if (correlated.partner('new', index) >= 0 || correlated.isAmbiguous('new', index)) continue;
    const values = sentAttributes(mode).map((attribute) => sentValue(next, index, attribute, mode));
    for (const account of new Set(values.map((value) => (value === null ? null : key(value))))) {
      if (account !== null) senders.add(account, index);
    }
  }
  return {
    side: 'new',
    isDrifted: false,
    of(forms) {
      const users = holdersOf(senders, forms);
      return users.length === 1 ? users : [];
    },
  };
}

function holdersOf(index: KeyIndex, forms: readonly string[]): readonly number[] {
  const [first = '', ...more] = forms;
  return more.length === 0 ? index.get(first) : [...new Set(forms.flatMap((form) => index.get(form)))];
}
