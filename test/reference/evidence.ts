/**
 * What in the data speaks against a wrong reading of it. Every piece of evidence is looked up in the records
 * themselves; one that the contract, by its own words, does not listen to carries the name of the rule.
 */
import { borneByAnother } from './correlation.ts';
import { idKey, toldApart, trusted, usableId } from './ids.ts';
import { named, noPartAgrees, sameFullName, sameLiteralName } from './names.ts';
import { ID_TIERS, type IdKind, type Organisation, type RefRow, type RefUser } from './records.ts';

export interface Evidence {
  text: string;
  blind?: string;
}

function noter(found: Evidence[]): (text: string, blind: string | null | undefined | false) => void {
  return (text, blind) => found.push(blind ? { text, blind } : { text });
}

/** The kinds of believed id in which two users agree. */
function agreeing(organisation: Organisation, a: RefUser, b: RefUser): IdKind[] {
  return ID_TIERS.filter((kind) => {
    const key = usableId(organisation, kind, a);
    return trusted(organisation, kind) && key !== null && key === usableId(organisation, kind, b);
  });
}

/** What in the data says that `old` and `next`, who share an address, are two people? */
export function evidenceOfTwo(organisation: Organisation, old: RefUser, next: RefUser): Evidence[] {
  const vouched = agreeing(organisation, old, next).length > 0 && 'an id agrees, so the name is not asked';
  return [...evidenceOfIds(organisation, old, next), ...evidenceOfNames(organisation, old, next, vouched)];
}

function evidenceOfIds(organisation: Organisation, old: RefUser, next: RefUser): Evidence[] {
  const found: Evidence[] = [];
  const add = noter(found);
  const key = (kind: IdKind, user: RefUser): string | null => idKey(kind, user.ids[kind]);
  const agree = (a: RefUser, b: RefUser): boolean => agreeing(organisation, a, b).length > 0;
  const deaf = (kind: IdKind, ...users: RefUser[]): string | null => {
    if (!trusted(organisation, kind)) return 'an id kind that is ignored';
    return users.some((user) => usableId(organisation, kind, user) === null)
      ? 'an id that two active users share'
      : null;
  };

  for (const kind of ID_TIERS) {
    const [a, b] = [key(kind, old), key(kind, next)];
    if (a !== null && b !== null && a !== b) add(`${kind} differs`, deaf(kind, old, next));
    if (a !== null && a === b) continue;

    // The id of the one is that of a third record on the other side.
    for (const [user, side, partner] of [
      [old, organisation.new, next],
      [next, organisation.old, old],
    ] as const) {
      for (const third of side) {
        if (third.ref === partner.ref || key(kind, user) === null || key(kind, third) !== key(kind, user)) continue;
        const [o, n] = user.side === 'old' ? [user, third] : [third, user];
        const taken = [...organisation.old, ...organisation.new].some(
          (fourth) => fourth.side === user.side && fourth.ref !== user.ref && agree(fourth, third),
        );
        const torn = toldApart(organisation, o, n) || agree(old, next) || taken;
        add(
          `the ${kind} of ${user.ref} is that of ${third.ref}`,
          deaf(kind, user) ?? (torn && 'ids contradict one another'),
        );
      }
    }
  }
  return found;
}

function evidenceOfNames(organisation: Organisation, old: RefUser, next: RefUser, vouched: string | false): Evidence[] {
  const found: Evidence[] = [];
  const add = noter(found);
  const oldNameLivesOn = named(old) && borneByAnother(old.name, organisation.new, next);
  const newNameWasThere = named(next) && borneByAnother(next.name, organisation.old, old);
  if (named(old) && named(next)) {
    if (sameLiteralName(old.name, next.name)) return found;
    if (noPartAgrees(old.name, next.name)) add('no part of the name agrees', vouched);
    else if (oldNameLivesOn || newNameWasThere) add('the name is that of another user of the other side', vouched);
    else add('the names differ', vouched || 'names share a part, or have no script in common');
  } else if (oldNameLivesOn || newNameWasThere) {
    add('the only name is that of another user of the other side', vouched || 'one of the two has no name');
  } else {
    const isNameOf = (user: RefUser, side: readonly RefUser[], partner: RefUser): boolean =>
      side.some((third) => third.ref !== partner.ref && sameLiteralName(user.name, third.name));
    if (isNameOf(old, organisation.new, next) || isNameOf(next, organisation.old, old)) {
      add('the only name is that of an inactive user of the other side', 'the name of an inactive user is not asked');
    }
  }
  return found;
}

/** What in the data says that the account of `row`, at an address of `user`, is somebody else's? */
export function evidenceOfAnotherMember(row: RefRow, user: RefUser): Evidence[] {
  const found: Evidence[] = [];
  if (!named(row) || !named(user) || sameLiteralName(row.name, user.name)) return found;
  const holder = user.side === 'old' && user.active && 'an active old user is taken at their address';
  if (noPartAgrees(row.name, user.name)) noter(found)('no part of the name agrees with the row', holder);
  else noter(found)('the name differs from that of the row', 'names share a part, or have no script in common');
  return found;
}

function excuseOf(evidence: readonly Evidence[], without: string): string | null {
  if (evidence.length === 0) return `no evidence: ${without}`;
  if (evidence.some((piece) => piece.blind === undefined)) return null;
  return `blind spot: ${[...new Set(evidence.map((piece) => piece.blind))].sort().join('; ')}`;
}

/** Why it may be forgiven that `old` and `next` were taken for one person; null if it may not. */
export function excuseForPair(organisation: Organisation, old: RefUser, next: RefUser): string | null {
  const without = 'the address is the same, and neither id nor name speaks against it';
  return excuseOf(evidenceOfTwo(organisation, old, next), without);
}

/** Why it may be forgiven that the account of `row` was taken for that of `user`; null if it may not. */
export function excuseForClaim(row: RefRow, user: RefUser): string | null {
  return excuseOf(evidenceOfAnotherMember(row, user), 'the account is at their address, and no name speaks against it');
}

/** Why it may be forgiven that nobody was found to whom the account of `row` belongs; null if it may not. */
export function excuseForOrphan(organisation: Organisation, row: RefRow): string | null {
  const namesake = [...organisation.old, ...organisation.new].some((user) => sameFullName(user.name, row.name));
  return namesake ? null : 'no evidence: no old user has the address of the account, and nobody its name';
}
