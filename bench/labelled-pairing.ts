import { type Person, reconcile } from '../src/index.ts';
import type { Labelled, LabelledSides } from './labelled-data.ts';

/** The pairs of one tier. */
interface TierTally {
  /** Pairs that the report takes for granted. */
  readonly settled: Count;
  /** Pairs that a human is asked to confirm: `unconfirmed-correlation`, `name-conflict`. */
  readonly asked: Count;
}

interface Count {
  true: number;
  false: number;
}

export interface FalsePair {
  readonly tier: string;
  readonly old: Labelled;
  readonly new: Labelled;
}

export interface Measurement {
  readonly users: { readonly old: number; readonly new: number };
  /** Old users who have a record on the new side. */
  readonly onBothSides: number;
  readonly tiers: ReadonlyMap<string, TierTally>;
  /** Old users left to a human as ambiguous, and those of them whose true partner is among the candidates. */
  readonly ambiguous: { readonly old: number; readonly withTheRightOne: number };
  /** Old users on both sides who are neither paired nor ambiguous. */
  readonly missed: number;
  /** Pairs of two people that nobody is asked about. */
  readonly falsePairs: readonly FalsePair[];
}

const ASKS = new Set(['unconfirmed-correlation', 'name-conflict']);

/** Reconciles both sides, and holds the pairs against the labels. */
export function measure(sides: LabelledSides): Measurement {
  const { people } = reconcile({ old: sides.old.map(({ user }) => user), new: sides.new.map(({ user }) => user) });
  const labelsOfNew = new Set(sides.new.map(({ label }) => label));
  const tiers = new Map<string, TierTally>();
  const falsePairs: FalsePair[] = [];
  const ambiguous = { old: 0, withTheRightOne: 0 };
  let missed = 0;
  for (const person of people) {
    const old = of(sides.old, person.old);
    const next = of(sides.new, person.new);
    if (old !== undefined && next !== undefined) {
      const tier = person.correlation?.tier ?? '';
      const asked = person.findings.some(({ kind }) => ASKS.has(kind));
      const isTrue = old.label === next.label;
      count(tiers, tier)[asked ? 'asked' : 'settled'][isTrue ? 'true' : 'false'] += 1;
      if (!isTrue && !asked) falsePairs.push({ tier, old, new: next });
    } else if (old !== undefined) {
      const candidates = candidatesOf(person, sides.new);
      if (candidates !== undefined) {
        ambiguous.old += 1;
        if (candidates.some(({ label }) => label === old.label)) ambiguous.withTheRightOne += 1;
      } else if (labelsOfNew.has(old.label)) missed += 1;
    }
  }
  return {
    users: { old: sides.old.length, new: sides.new.length },
    onBothSides: sides.old.filter(({ label }) => labelsOfNew.has(label)).length,
    tiers,
    ambiguous,
    missed,
    falsePairs,
  };
}

/** Records that were not read from a file have their number as line. */
function of(side: readonly Labelled[], user: { readonly line: number } | null): Labelled | undefined {
  return user === null ? undefined : side[user.line - 1];
}

function candidatesOf(person: Person, side: readonly Labelled[]): Labelled[] | undefined {
  const finding = person.findings.find(({ kind }) => kind === 'ambiguous-correlation');
  return finding?.others?.flatMap((other) => (other.side === 'new' ? (of(side, other) ?? []) : []));
}

function count(tiers: Map<string, TierTally>, tier: string): TierTally {
  const tally = tiers.get(tier) ?? { settled: { true: 0, false: 0 }, asked: { true: 0, false: 0 } };
  tiers.set(tier, tally);
  return tally;
}

/** A table by tier, strongest first, and a line on who is not paired. */
export function describeMeasurement(measurement: Measurement, tierOrder: readonly string[]): string {
  const rows = tierOrder.flatMap((tier) => {
    const tally = measurement.tiers.get(tier);
    if (tally === undefined) return [];
    const { settled, asked } = tally;
    const pairs = settled.true + settled.false + asked.true + asked.false;
    return [
      `| \`${tier}\` | ${[pairs, settled.true, settled.false, asked.true, asked.false].map(number).join(' | ')} |`,
    ];
  });
  const { users, onBothSides, ambiguous, missed } = measurement;
  return [
    `${number(users.old)} old and ${number(users.new)} new users; ${number(onBothSides)} of the old ones have a record on the new side.`,
    '',
    '| tier | pairs | true | **false** | left to a human, true | left to a human, false |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    `Ambiguous, left to a human: ${number(ambiguous.old)} old users, ${number(ambiguous.withTheRightOne)} of them with the right one among the candidates. ` +
      `Missed (not paired, nothing to choose from): ${number(missed)}.`,
    '',
  ].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en');
}
