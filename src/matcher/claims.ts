import { normalForm } from '../email/normal-form.ts';
import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import type { Key } from './addresses.ts';
import { type Claimants, confirmedClaimants, invitedClaimants, oldClaimants } from './claimants.ts';
import type { Correlated } from './correlate.ts';
import type { RowDecisions } from './crosswalk/row-decisions.ts';
import { type Elsewhere, NOBODY_ELSEWHERE } from './elsewhere.ts';
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
 * have it but for its spelling; otherwise of the one unpaired new user who arrives with it. Where humans say that it is
 * none of theirs who come first, those who come next need their word.
 *
 * @param rows - rows of the app's list by the key of their account
 * @param elsewhere - the addresses of old users who are out of the scope of this app: of those who arrive, only their own
 *   new user is taken for the owner unsaid
 * @returns claims by the key of the account; none for one that nobody claims
 */
export function claimAccounts(
  tables: Sides<UserTable>,
  app: UserTable,
  rows: ReadonlyMap<string, readonly number[]>,
  mode: Mode,
  key: Key,
  correlated: Correlated,
  decisions: RowDecisions,
  elsewhere: Elsewhere = NOBODY_ELSEWHERE,
): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  /** Accounts that a human took from all who would have had them: nobody comes to one of these unsaid. */
  const vacated = new Set<string>();
  const normalFormOf = (row: number) => normalForm(app.value('sso', row) ?? '');
  const claim = (claimants: Claimants, formsOf: (account: string, rows: readonly number[]) => readonly string[]) => {
    const { side, isDrifted, isOnlyConfirmed = false, isStranger } = claimants;
    for (const [account, ofAccount] of rows) {
      for (const rung of claims.has(account) ? [] : claimants.rungs(formsOf(account, ofAccount))) {
        const needsWord = (user: number) =>
          isOnlyConfirmed || vacated.has(account) || isStranger?.(user, ofAccount.map(normalFormOf)) === true;
        const mayClaim = (user: number) =>
          !decisions.isRefused(side, user, ofAccount) &&
          (!needsWord(user) || decisions.isConfirmed(side, user, ofAccount));
        const users = rung.filter(mayClaim);
        if (users.length > 0 && !(isOnlyConfirmed && users.length > 1)) {
          claims.set(account, { side, users, isDrifted });
          break;
        }
        if (rung.length > 0) vacated.add(account);
      }
    }
  };
  claim(oldClaimants(tables.old, key, false), (account) => [account]);
  // Nearly every account is claimed by now, and normal forms are dear.
  if (claims.size === rows.size) return claims;
  claim(oldClaimants(tables.old, normalForm, true), (_, ofAccount) => ofAccount.map(normalFormOf));
  const arriving = { next: tables.new, mode, key, correlated };
  claim(invitedClaimants(arriving, elsewhere), (account) => [account]);
  if (decisions.hasConfirmed)
    for (const claimants of confirmedClaimants(arriving)) claim(claimants, (account) => [account]);
  return claims;
}
