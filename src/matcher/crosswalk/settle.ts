import type { CrosswalkDecision } from '../../model/crosswalk.ts';
import { bothSides, otherSide, type PairedSide, type Sides } from '../sides.ts';

/** A decision on two users, by their indices. */
export interface Couple {
  readonly decision: CrosswalkDecision;
  readonly old: number;
  readonly new: number;
}

/** What contradicts what, in words. */
export interface Contradiction {
  readonly decision: CrosswalkDecision;
  readonly why: string;
}

/** The couples that stand, and those that contradict each other or what nobody decided. */
export interface Settled {
  readonly same: readonly Couple[];
  readonly different: readonly Couple[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Tells which decisions can stand together: nobody has two partners, nobody is the same and different, and nobody whom
 * the crosswalk does not part loses a partner.
 *
 * @param partner - whom the evidence pairs a user with, or -1
 */
export function settle(couples: readonly Couple[], partner: (side: PairedSide, index: number) => number): Settled {
  const contradictions: Contradiction[] = [];
  const contradict = (couple: Couple, why: string) => contradictions.push({ decision: couple.decision, why });
  const isDifferent = new Set(couples.filter(({ decision }) => decision.decision === 'different').map(keyOf));
  const isSame = new Set(couples.filter(({ decision }) => decision.decision === 'same').map(keyOf));
  const different = couples.filter((couple) => {
    if (couple.decision.decision !== 'different') return false;
    const clashes = isSame.has(keyOf(couple));
    if (clashes) contradict(couple, 'another row says “same” of these two');
    return !clashes;
  });
  let same = couples.filter((couple) => {
    if (couple.decision.decision !== 'same') return false;
    const clashes = isDifferent.has(keyOf(couple));
    if (clashes) contradict(couple, 'another row says “different” of these two');
    return !clashes;
  });

  const partners = bothSides(() => new Map<number, Set<number>>());
  for (const { old, new: next } of same) {
    add(partners.old, old, next);
    add(partners.new, next, old);
  }
  const hasTwo = (couple: Couple) =>
    (['old', 'new'] as const).find((side) => (partners[side].get(couple[side])?.size ?? 0) > 1);
  same = same.filter((couple) => {
    const side = hasTwo(couple);
    if (side === undefined) return true;
    contradict(
      couple,
      `the user of the ${side} IdP is the same person as two of the ${otherSide(side)} one, says the crosswalk`,
    );
    return false;
  });

  const apart = new Set(different.map(keyOf));
  // Taking one decision back may leave another without what it rests on.
  for (;;) {
    const decided = { old: new Set(same.map(({ old }) => old)), new: new Set(same.map((couple) => couple.new)) };
    const robbed = same.flatMap((couple) => {
      const side = robbedSide(couple, apart, decided, partner);
      return side === null ? [] : [{ couple, side }];
    });
    if (robbed.length === 0) return { same, different, contradictions };
    for (const { couple, side } of robbed) {
      contradict(
        couple,
        `the evidence pairs the user of the ${side} IdP with somebody else, and no row says that those two are different`,
      );
    }
    const left = new Set(robbed.map(({ couple }) => couple));
    same = same.filter((couple) => !left.has(couple));
  }
}

/** The side whose user has a partner by evidence for whom nothing else was decided; null for none. */
function robbedSide(
  { old, new: next }: Couple,
  apart: ReadonlySet<string>,
  decided: Sides<ReadonlySet<number>>,
  partner: (side: PairedSide, index: number) => number,
): PairedSide | null {
  const ofOld = partner('old', old);
  if (ofOld >= 0 && ofOld !== next && !decided.new.has(ofOld) && !apart.has(keyOf({ old, new: ofOld }))) return 'old';
  const ofNew = partner('new', next);
  const isRobbed =
    ofNew >= 0 && ofNew !== old && !decided.old.has(ofNew) && !apart.has(keyOf({ old: ofNew, new: next }));
  return isRobbed ? 'new' : null;
}

function keyOf({ old, new: next }: Sides<number>): string {
  return `${old} ${next}`;
}

function add(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
