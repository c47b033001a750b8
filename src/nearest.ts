/** How many letters may be wrong, and never more than half of them. */
const MOST_WRONG = 3;
const MOST_SUGGESTED = 3;
/** Longer than any word of ours with that many letters too many. */
const LONGEST = 40;

/** What somebody may have meant: words that theirs is part of, or that differ from it in a few letters; the nearest first. */
export function nearest<T extends string>(word: string, known: readonly T[]): T[] {
  const wanted = word.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return [];
  return known
    .map((candidate) => ({ candidate, away: distance(wanted, candidate) }))
    .filter(
      ({ candidate, away }) =>
        away <= Math.min(MOST_WRONG, Math.ceil(candidate.length / 2)) || candidate.includes(wanted),
    )
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_SUGGESTED)
    .map(({ candidate }) => candidate);
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(change, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
