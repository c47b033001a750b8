/** A human's word on who is whom, laid over what the records say. Only consistent decisions are looked at. */
import type { Correlation } from './correlation.ts';
import type { Organisation, RefDecision } from './records.ts';

export function decided(found: Correlation, organisation: Organisation, words: readonly RefDecision[]): Correlation {
  const named = new Set(words.flatMap(({ old, new: next }) => [old, next]));
  const apart = words.flatMap((word): [string, string][] => (word.same === false ? [[word.old, word.new]] : []));
  const together = words.flatMap((word) => (word.same === true ? [word] : []));
  const taken = new Set(together.flatMap(({ old, new: next }) => [old, next]));
  const areApart = (old: string, next: string): boolean => apart.some(([a, b]) => a === old && b === next);

  const stay = found.pairs.filter(
    (pair) => !taken.has(pair.old.ref) && !taken.has(pair.new.ref) && !areApart(pair.old.ref, pair.new.ref),
  );
  const made = together.map((word) => ({
    old: recordOf(organisation.old, word.old),
    new: recordOf(organisation.new, word.new),
    tier: 'crosswalk' as const,
    nameConflict: false,
  }));
  const pairs = [...stay, ...made];

  // Whoever is not named keeps all doubts, even about somebody who is known by now.
  const isOpen = (ref: string, [old, next]: [string, string]): boolean =>
    !named.has(ref) || (!areApart(old, next) && !taken.has(old) && !taken.has(next));
  const ambiguous = found.ambiguous.filter(
    (ref) => !taken.has(ref) && found.candidates.some((edge) => edge.includes(ref) && isOpen(ref, edge)),
  );
  const settled = new Set([...pairs.flatMap((pair) => [pair.old.ref, pair.new.ref]), ...ambiguous]);
  const everyone = [...organisation.old, ...organisation.new].map(({ ref }) => ref);
  return {
    ...found,
    pairs,
    ambiguous,
    candidates: found.candidates.filter((edge) => isOpen(edge[1], edge)),
    unpaired: everyone.filter((ref) => !settled.has(ref)),
    apart,
  };
}

function recordOf<T extends { ref: string }>(records: readonly T[], ref: string): T {
  const record = records.find((one) => one.ref === ref);
  if (record === undefined) throw new Error(`no record ${ref}`);
  return record;
}
