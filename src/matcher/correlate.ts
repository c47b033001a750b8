import type { IgnoredIdKind } from '../model/input.ts';
import type { UserTable } from '../model/user-table.ts';
import { type IdEvidence, Identifiers } from './ids.ts';
import { KeyIndex } from './key-index.ts';
import { Links } from './links.ts';
import { NameConflicts } from './name-conflicts.ts';
import { byPlace } from './places.ts';
import { BOTH, bothSides, otherSide, type PairedSide, type Sides } from './sides.ts';
import { emailExact } from './tiers/email-exact.ts';
import { TIERS, type TierId } from './tiers/index.ts';
import type { Tier } from './tiers/tier.ts';

/** Who is whom. Indices are those of the two user tables. */
export interface Correlated {
  readonly identifiers: IdEvidence;
  readonly ignoredIdKinds: readonly IgnoredIdKind[];
  /** The other half of a user's pair, or -1. */
  partner(side: PairedSide, index: number): number;
  /** The tier that paired a user, or null. */
  tier(side: PairedSide, index: number): TierId | null;
  isAmbiguous(side: PairedSide, index: number): boolean;
  /** Whom an ambiguous user could be, on the opposite side. */
  candidates(side: PairedSide, index: number): readonly number[];
  /** Whether so many could be this user that `candidates` lists only some of them. */
  isOfCrowd(side: PairedSide, index: number): boolean;
  /** Whether only an email holds this pair together, and the names speak against it. */
  isNameConflict(oldIndex: number, newIndex: number): boolean;
  /** Whether what holds a user's pair together needs a human's word. */
  isUnconfirmed(side: PairedSide, index: number): boolean;
  /** Whether the evidence alone, whatever a crosswalk says, leaves a user without a partner or a candidate. */
  isFreeByEvidence(side: PairedSide, index: number): boolean;
  /** Whether the other half of a user is outside of what is looked at: not in the scope of this app. */
  isPartnerElsewhere(side: PairedSide, index: number): boolean;
  /** How many whom an ambiguous user could be are outside of what is looked at. */
  candidatesElsewhere(side: PairedSide, index: number): number;
  /** Whether a crosswalk says that two users are different people. */
  isApart(oldIndex: number, newIndex: number): boolean;
}

/**
 * Pairs the users of both sides, strongest evidence first. Within a tier two users pair only if each is the other's
 * only candidate; whoever is connected with more is ambiguous, and no later tier decides them.
 */
export function correlate(tables: Sides<UserTable>): Correlated {
  const pairing = new Pairing(tables);
  for (const group of ['id', 'email'] as const) {
    const tiers = TIERS.filter((tier) => tier.group === group);
    for (const tier of tiers) pairing.run(tier, 'active');
    for (const tier of tiers) pairing.run(tier, 'all');
  }
  return pairing;
}

type Pass = 'active' | 'all';

/** More couples than this under one key (a constant where an address should be) are not listed one by one. */
const CROWD = 10_000;

class Pairing implements Correlated {
  readonly identifiers: Identifiers;
  readonly #tables: Sides<UserTable>;
  readonly #conflicts: NameConflicts;
  readonly #partner: Sides<Int32Array>;
  readonly #tier: Sides<(TierId | undefined)[]> = bothSides(() => []);
  readonly #candidates: Sides<Map<number, readonly number[]>> = bothSides(() => new Map());
  readonly #crowd: Sides<Set<number>> = bothSides(() => new Set());

  constructor(tables: Sides<UserTable>) {
    this.#tables = tables;
    this.identifiers = new Identifiers(tables);
    this.#conflicts = new NameConflicts(tables);
    this.#partner = bothSides((side) => new Int32Array(tables[side].length).fill(-1));
  }

  get ignoredIdKinds(): readonly IgnoredIdKind[] {
    return this.identifiers.ignored;
  }

  partner(side: PairedSide, index: number): number {
    return this.#partner[side][index] ?? -1;
  }

  tier(side: PairedSide, index: number): TierId | null {
    return this.#tier[side][index] ?? null;
  }

  isAmbiguous(side: PairedSide, index: number): boolean {
    return this.#candidates[side].has(index);
  }

  candidates(side: PairedSide, index: number): readonly number[] {
    return this.#candidates[side].get(index) ?? [];
  }

  isOfCrowd(side: PairedSide, index: number): boolean {
    return this.#crowd[side].has(index);
  }

  isNameConflict(oldIndex: number, newIndex: number): boolean {
    const tier = this.#tierOf('old', oldIndex);
    return tier?.group === 'email' && tier.isUnconfirmed !== true && this.#conflicts.has(oldIndex, newIndex);
  }

  isUnconfirmed(side: PairedSide, index: number): boolean {
    return this.#tierOf(side, index)?.isUnconfirmed === true;
  }

  isFreeByEvidence(side: PairedSide, index: number): boolean {
    return this.#isFree(side, index);
  }

  isApart(): boolean {
    return false;
  }

  isPartnerElsewhere(): boolean {
    return false;
  }

  candidatesElsewhere(): number {
    return 0;
  }

  run(tier: Tier & { readonly id: TierId }, pass: Pass): void {
    const links = this.#links(tier, pass);
    if (tier.group === 'id' && pass === 'all') this.#linkRivals(links);
    for (const old of links.users('old')) {
      if (this.isAmbiguous('old', old)) continue;
      const next = links.onlyPartner(old);
      if (next >= 0) this.#pair(old, next, tier.id);
      else this.#leaveToAHuman(links, old);
    }
  }

  #tierOf(side: PairedSide, index: number): Tier | undefined {
    const id = this.tier(side, index);
    return id === null ? undefined : TIERS.find((tier) => tier.id === id);
  }

  #links(tier: Tier, pass: Pass): Links {
    const holders = bothSides((side) => this.#holders(tier, pass, side));
    const links = new Links();
    for (const key of holders.old.keys()) {
      if (holders.new.has(key))
        this.#linkHolders(links, tier, { old: holders.old.get(key), new: holders.new.get(key) });
    }
    return links;
  }

  /** Links everybody who shares a key, if nothing speaks against it. */
  #linkHolders(links: Links, tier: Tier, holders: Sides<readonly number[]>): void {
    if (holders.old.length * holders.new.length > CROWD) {
      this.#linkCrowd(links, tier, holders);
      return;
    }
    for (const old of holders.old) {
      for (const next of holders.new) if (this.#mayPair(tier, old, next)) links.add(old, next);
    }
  }

  #mayPair(tier: Tier, old: number, next: number): boolean {
    return !this.identifiers.veto(old, next) && (tier.agrees === undefined || tier.agrees(old, next, this.#tables));
  }

  /** Gives everybody of a crowd two candidates, which is ambiguous enough; the nearest by place, in a circle. */
  #linkCrowd(links: Links, tier: Tier, holders: Sides<readonly number[]>): void {
    const sorted = bothSides((side) => [...holders[side]].sort(byPlace(this.#tables[side])));
    for (const side of BOTH) {
      const others = sorted[otherSide(side)];
      sorted[side].forEach((index, position) => {
        this.#crowd[side].add(index);
        let found = 0;
        for (let step = 0; step < others.length && found < 2; step += 1) {
          const other = others[(position + step) % others.length] ?? -1;
          const [old, next] = side === 'old' ? [index, other] : [other, index];
          if (!this.#mayPair(tier, old, next)) continue;
          links.add(old, next);
          found += 1;
        }
      });
    }
  }

  /** The free users of a side by their keys under a tier. */
  #holders(tier: Tier, pass: Pass, side: PairedSide): KeyIndex {
    const table = this.#tables[side];
    const holders = new KeyIndex();
    for (let index = 0; index < table.length; index += 1) {
      if (!this.#isFree(side, index) || (pass === 'active' && !table.isActive(index))) continue;
      for (const key of tier.keys(side, index, table, this.identifiers)) holders.add(key, index);
    }
    return holders;
  }

  /**
   * An active user whose id matches only an inactive one, while their exact email matches an active one, could be
   * either: links the second one too, so that a human decides.
   */
  #linkRivals(links: Links): void {
    const torn = bothSides((side) =>
      [...links.users(side)].filter(
        (index) =>
          this.#tables[side].isActive(index) &&
          links.of(side, index).every((candidate) => !this.#tables[otherSide(side)].isActive(candidate)),
      ),
    );
    for (const side of BOTH) {
      if (torn[side].length === 0) continue;
      const byEmail = this.#holders(emailExact, 'active', otherSide(side));
      for (const index of torn[side]) {
        for (const email of emailExact.keys(side, index, this.#tables[side])) {
          const rivals = byEmail.get(email);
          const holders = side === 'old' ? { old: [index], new: rivals } : { old: rivals, new: [index] };
          this.#linkHolders(links, emailExact, holders);
        }
      }
    }
  }

  #isFree(side: PairedSide, index: number): boolean {
    return this.partner(side, index) < 0 && !this.isAmbiguous(side, index);
  }

  #pair(old: number, next: number, tier: TierId): void {
    this.#partner.old[old] = next;
    this.#partner.new[next] = old;
    this.#tier.old[old] = tier;
    this.#tier.new[next] = tier;
  }

  #leaveToAHuman(links: Links, old: number): void {
    const group = links.group('old', old);
    for (const side of BOTH) {
      for (const index of group[side]) this.#candidates[side].set(index, links.of(side, index));
    }
  }
}
