/** Whose is a row of the member list? A ladder of claims: the first rung that anybody stands on decides. */
import { folded, normalizedEmail, type Policy, sameAddress } from './addresses.ts';
import { correlate } from './correlation.ts';
import { noPartAgrees } from './names.ts';
import { accountRows, emails, type Organisation, type RefRow, type RefUser } from './records.ts';
import { type Mode, sent } from './simulation.ts';

/** Rows that are one address to the service provider are one account. */
export function accounts(organisation: Organisation, policy: Policy): RefRow[][] {
  const keys = new Map<string, RefRow[]>();
  for (const row of accountRows(organisation)) {
    const key = folded(policy, row.email);
    keys.set(key, [...(keys.get(key) ?? []), row]);
  }
  return [...keys.values()];
}

export interface Claim {
  row: RefRow;
  user: RefUser;
  /** The address is theirs in the normal form only. */
  drifted: boolean;
}

type Reading = (rows: readonly RefRow[], value: string, policy: Policy) => boolean;

const exactly: Reading = (rows, value, policy) => rows.some((row) => sameAddress(policy, row.email, value));
const nearly: Reading = (rows, value) => rows.some((row) => normalizedEmail(row.email) === normalizedEmail(value));

/** Which users of the old side may claim, by which reading of their addresses. */
export interface Rung {
  active: boolean;
  reading: 'exact' | 'normalized';
}

export const LADDER: readonly Rung[] = [
  { active: true, reading: 'exact' },
  { active: false, reading: 'exact' },
  { active: true, reading: 'normalized' },
  { active: false, reading: 'normalized' },
];

/** The old users to whom the account belongs: nobody below a rung on which somebody stands. */
export function oldClaims(
  organisation: Organisation,
  rows: readonly RefRow[],
  policy: Policy,
  ladder: readonly Rung[] = LADDER,
): Claim[] {
  for (const { active, reading } of ladder) {
    const reads = reading === 'exact' ? exactly : nearly;
    const users = organisation.old.filter(
      (user) => user.active === active && emails(user).some((value) => reads(rows, value, policy)),
    );
    if (users.length > 0) {
      return users.flatMap((user) => rows.map((row) => ({ row, user, drifted: reading === 'normalized' })));
    }
  }
  return [];
}

/** Somebody invited by hand: the only unpaired new user who comes to the account, crosswalk or not. */
function invitedClaims(organisation: Organisation, rows: readonly RefRow[], mode: Mode, policy: Policy): Claim[] {
  const { unpaired, unpairedByEvidence } = correlate(organisation);
  const coming = organisation.new.filter((user) => {
    const { sso, scim } = sent(user, mode);
    return (
      unpairedByEvidence.includes(user.ref) &&
      [sso, scim].some((value) => value !== null && exactly(rows, value, policy))
    );
  });
  const [only] = coming;
  if (only === undefined || coming.length > 1 || !unpaired.includes(only.ref)) return [];
  return rows.map((row) => ({ row, user: only, drifted: false }));
}

export interface Membership {
  claims: Claim[];
  /** The rows of accounts that nobody claims. */
  unclaimed: RefRow[];
}

export function membership(
  organisation: Organisation,
  mode: Mode,
  policy: Policy,
  ladder: readonly Rung[] = LADDER,
): Membership {
  const claims: Claim[] = [];
  const unclaimed: RefRow[] = [];
  for (const rows of accounts(organisation, policy)) {
    const byOld = oldClaims(organisation, rows, policy, ladder);
    const found = byOld.length > 0 ? byOld : invitedClaims(organisation, rows, mode, policy);
    claims.push(...found);
    if (found.length === 0) unclaimed.push(...rows);
  }
  return { claims, unclaimed };
}

function inCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The row that is shown for somebody with these claims: an exact one before a drifted one, then by what it says. */
export function shownRow(claims: readonly Claim[]): RefRow | null {
  const [first] = [...claims].sort(
    (a, b) =>
      Number(a.drifted) - Number(b.drifted) ||
      inCodeUnits(a.row.email, b.row.email) ||
      inCodeUnits(a.row.name ?? '', b.row.name ?? '') ||
      a.row.line - b.row.line,
  );
  return first?.row ?? null;
}

/** The claimer has left, or was never there, and the row bears the name of somebody else. */
export function contradictedByName({ row, user }: Claim): boolean {
  return (user.side === 'new' || !user.active) && noPartAgrees(row.name, user.name);
}
