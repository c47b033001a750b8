import type { UserTable } from '../../model/user-table.ts';
import type { Correlated } from '../correlate.ts';
import { isSameFullName } from '../names.ts';
import { BOTH, bothSides, otherSide, type PairedSide, type Sides } from '../sides.ts';
import type { TierId } from '../tiers/index.ts';
import type { Crosswalk, CrosswalkFault } from './crosswalk.ts';
import { type Couple, settle } from './settle.ts';

/** Who is whom by a human's word, and what of it cannot stand. */
export interface Decided {
  readonly correlated: Correlated;
  readonly faults: readonly CrosswalkFault[];
}

/**
 * Lays a human's word over the evidence. Whoever the crosswalk does not name stays as they are: decisions that would take
 * away their partner contradict, and their candidates stay theirs.
 */
export function decide(
  evidence: Correlated,
  { couples, named }: Pick<Crosswalk, 'couples' | 'named'>,
  tables: Sides<UserTable>,
): Decided {
  const { same, different, contradictions } = settle(couples, (side, index) => evidence.partner(side, index));
  const faults: CrosswalkFault[] = contradictions.map(({ decision, why }) => ({ kind: 'conflict', decision, why }));
  for (const couple of different) {
    if (!isDoubted(couple, evidence, tables)) {
      faults.push({ kind: 'stale', decision: couple.decision, why: 'nothing takes these two for one person any more' });
    }
  }
  for (const couple of same) {
    if (isPlain(couple, evidence)) {
      faults.push({ kind: 'stale', decision: couple.decision, why: 'they are one person without it by now' });
    }
  }
  return { correlated: new Decisions(evidence, same, different, named), faults };
}

/** Whether anything would take two users for one person. */
function isDoubted({ old, new: next }: Couple, evidence: Correlated, tables: Sides<UserTable>): boolean {
  return (
    evidence.partner('old', old) === next ||
    evidence.candidates('old', old).includes(next) ||
    // Of a crowd not all candidates are listed.
    (evidence.isOfCrowd('old', old) && evidence.isOfCrowd('new', next)) ||
    isSameFullName(tables.old.value('name', old), tables.new.value('name', next))
  );
}

/** Whether the evidence pairs two users, and nobody has to confirm it. */
function isPlain({ old, new: next }: Couple, evidence: Correlated): boolean {
  if (evidence.partner('old', old) !== next) return false;
  return !evidence.isNameConflict(old, next) && !evidence.isUnconfirmed('old', old);
}

class Decisions implements Correlated {
  readonly #evidence: Correlated;
  /** Of users about whom something was decided; -1 is nobody. */
  readonly #partner: Sides<Map<number, number>> = bothSides(() => new Map());
  readonly #candidates: Sides<Map<number, readonly number[]>> = bothSides(() => new Map());
  readonly #apart = new Set<string>();

  constructor(
    evidence: Correlated,
    same: readonly Couple[],
    different: readonly Couple[],
    named: Sides<ReadonlySet<number>>,
  ) {
    this.#evidence = evidence;
    for (const couple of different) this.#apart.add(keyOf(couple));
    for (const { old, new: next } of different) {
      if (evidence.partner('old', old) === next) this.#setPartners(old, next, -1);
    }
    // First all who lose a partner, then all who get one: a swap does both to the same people.
    for (const { old, new: next } of same) {
      const [ofOld, ofNew] = [evidence.partner('old', old), evidence.partner('new', next)];
      if (ofOld >= 0) this.#setPartners(old, ofOld, -1);
      if (ofNew >= 0) this.#setPartners(ofNew, next, -1);
    }
    for (const couple of same) this.#setPartners(couple.old, couple.new);
    for (const side of BOTH) for (const index of named[side]) this.#leaveCandidates(side, index);
  }

  get identifiers(): Correlated['identifiers'] {
    return this.#evidence.identifiers;
  }

  get ignoredIdKinds(): Correlated['ignoredIdKinds'] {
    return this.#evidence.ignoredIdKinds;
  }

  partner(side: PairedSide, index: number): number {
    return this.#partner[side].get(index) ?? this.#evidence.partner(side, index);
  }

  tier(side: PairedSide, index: number): TierId | null {
    const decided = this.#partner[side].get(index);
    if (decided === undefined) return this.#evidence.tier(side, index);
    return decided < 0 ? null : 'crosswalk';
  }

  isAmbiguous(side: PairedSide, index: number): boolean {
    const left = this.#candidates[side].get(index);
    return left === undefined ? this.#evidence.isAmbiguous(side, index) : left.length > 0;
  }

  candidates(side: PairedSide, index: number): readonly number[] {
    return this.#candidates[side].get(index) ?? this.#evidence.candidates(side, index);
  }

  isOfCrowd(side: PairedSide, index: number): boolean {
    return this.#evidence.isOfCrowd(side, index);
  }

  isNameConflict(oldIndex: number, newIndex: number): boolean {
    return !this.#partner.old.has(oldIndex) && this.#evidence.isNameConflict(oldIndex, newIndex);
  }

  isUnconfirmed(side: PairedSide, index: number): boolean {
    return !this.#partner[side].has(index) && this.#evidence.isUnconfirmed(side, index);
  }

  isFreeByEvidence(side: PairedSide, index: number): boolean {
    return this.#evidence.isFreeByEvidence(side, index);
  }

  isPartnerElsewhere(side: PairedSide, index: number): boolean {
    return !this.#partner[side].has(index) && this.#evidence.isPartnerElsewhere(side, index);
  }

  candidatesElsewhere(side: PairedSide, index: number): number {
    return this.#evidence.candidatesElsewhere(side, index);
  }

  isApart(oldIndex: number, newIndex: number): boolean {
    return this.#apart.has(keyOf({ old: oldIndex, new: newIndex })) || this.#evidence.isApart(oldIndex, newIndex);
  }

  #setPartners(old: number, next: number, nobody?: -1): void {
    this.#partner.old.set(old, nobody ?? next);
    this.#partner.new.set(next, nobody ?? old);
  }

  /**
   * Whom a named user could still be: nobody for whoever is decided; for others not those from whom they were told
   * apart, nor those who are decided. Of a crowd not all are listed, so it stays one until all are decided.
   */
  #leaveCandidates(side: PairedSide, index: number): void {
    if (!this.#evidence.isAmbiguous(side, index)) return;
    const other = otherSide(side);
    const isDecided = this.#isDecided(side, index);
    const all = this.#evidence.candidates(side, index);
    const left = all.filter((candidate) => {
      const [old, next] = side === 'old' ? [index, candidate] : [candidate, index];
      return !isDecided && !this.isApart(old, next) && !this.#isDecided(other, candidate);
    });
    if (left.length === 0 && !isDecided && this.isOfCrowd(side, index)) return;
    if (left.length < all.length) this.#candidates[side].set(index, left);
  }

  /** Whether somebody is said to be this user's other half; evidence is no decision. */
  #isDecided(side: PairedSide, index: number): boolean {
    return (this.#partner[side].get(index) ?? -1) >= 0;
  }
}

function keyOf({ old, new: next }: Sides<number>): string {
  return `${old} ${next}`;
}
