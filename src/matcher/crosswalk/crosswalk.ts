import type { CrosswalkDecision } from '../../model/crosswalk.ts';
import type { UserTable } from '../../model/user-table.ts';
import { KeyIndex } from '../key-index.ts';
import { bothSides, type PairedSide, type Sides } from '../sides.ts';
import type { Couple } from './settle.ts';
import { UserFinder } from './user-finder.ts';

/** A decision on a user and an account of the service provider's list. */
export interface Claim {
  readonly decision: CrosswalkDecision;
  readonly side: PairedSide;
  readonly user: number;
  /** The rows with the address of the account; of several, none is meant more than another. */
  readonly rows: readonly number[];
}

/** A decision that cannot be applied, or changes nothing. */
export interface CrosswalkFault {
  readonly kind: 'unknown' | 'conflict' | 'stale';
  readonly decision: CrosswalkDecision;
  readonly why: string;
}

/** A crosswalk with everybody found whom it names. */
export interface Crosswalk {
  readonly couples: readonly Couple[];
  readonly claims: readonly Claim[];
  /** Users whom any row names, decided or not. */
  readonly named: Sides<ReadonlySet<number>>;
  readonly faults: readonly CrosswalkFault[];
}

const OF_NO_ACCOUNT = 'it names an application and no account there; who is whom is one question for all apps';
const OF_ONE_OF_SEVERAL = 'it is about an account at one of several apps, and this is a check of one without a name';

/** Finds the users whom a crosswalk names. Rows in which nothing is decided only name them. */
export function findNamed(
  decisions: readonly CrosswalkDecision[],
  tables: Sides<UserTable>,
  app: UserTable | null,
): Crosswalk {
  const finders = bothSides((side) => new UserFinder(tables[side]));
  const rows = rowsByAddress(app);
  const named = bothSides(() => new Set<number>());
  const couples: Couple[] = [];
  const claims: Claim[] = [];
  const faults: CrosswalkFault[] = [];

  for (const decision of decisions) {
    const refuse = (why: string) => {
      // A row that decides nothing may name people who are gone.
      if (decision.decision !== undefined) faults.push({ kind: 'unknown', decision, why });
    };
    const found = bothSides((side) => (decision[side] === undefined ? null : finders[side].find(decision[side])));
    const users = bothSides((side) => (found[side] !== null && 'index' in found[side] ? found[side].index : -1));
    for (const side of ['old', 'new'] as const) if (users[side] >= 0) named[side].add(users[side]);
    const fault = [found.old, found.new].find((one) => one !== null && 'fault' in one);
    if (decision.application !== undefined) refuse(decision.app === undefined ? OF_NO_ACCOUNT : OF_ONE_OF_SEVERAL);
    else if (fault != null && 'fault' in fault) refuse(fault.fault);
    else if (decision.app === undefined && users.old >= 0 && users.new >= 0) couples.push({ decision, ...users });
    else if (decision.app !== undefined && users.old >= 0 !== users.new >= 0) {
      const meant = rows.get(decision.app);
      const side = users.old >= 0 ? 'old' : 'new';
      if (meant.length > 0) claims.push({ decision, side, user: users[side], rows: meant });
      else if (app === null) refuse("it is about an account, and the app's own list was not given");
      else refuse("no account on the app's list has this address");
    } else refuse('a row names a user of the old IdP and one of the new one, or one of them and an account of the app');
  }
  return { couples, claims, named, faults };
}

function rowsByAddress(app: UserTable | null): KeyIndex {
  const rows = new KeyIndex();
  for (let row = 0; row < (app?.length ?? 0); row += 1) {
    const email = app?.value('sso', row) ?? null;
    if (email !== null && app?.isActive(row) === true) rows.add(email, row);
  }
  return rows;
}
