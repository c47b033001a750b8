/** How many letters may be wrong, and never more than a third of them. */
const MOST_WRONG = 3;
const MOST_SUGGESTED = 3;
/** Longer than any word of ours with that many letters too many. */
const LONGEST = 40;
/** Fewer letters are part of too many words. */
const FEWEST_OF_PART = 3;

/** What somebody may have meant: words that theirs is part of, or that differ from it in a few letters; the nearest first. */
export function nearest<T extends string>(word: string, known: readonly T[]): T[] {
  const wanted = word.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return [];
  const near: { readonly candidate: T; readonly away: number; readonly isMisspelt: boolean }[] = [];
  for (const candidate of known) {
    const form = candidate.toLowerCase();
    const away = distance(wanted, form);
    const isMisspelt = away <= Math.min(MOST_WRONG, Math.ceil(form.length / 3));
    if (isMisspelt || isPart(wanted, form) || isPart(form, wanted)) near.push({ candidate, away, isMisspelt });
  }
  near.sort((a, b) => a.away - b.away);
  const [best] = near;
  // Beside one that is a letter away, one that is further away is not what was meant.
  const meant = best?.isMisspelt === true ? near.filter(({ away }) => away === best.away) : near;
  return meant.slice(0, MOST_SUGGESTED).map(({ candidate }) => candidate);
}

/**
 * ` Did you mean …?`, to stand behind a sentence; empty where nothing is near.
 *
 * @param shownAs - how a word is written
 */
export function didYouMean<T extends string>(
  word: string,
  known: readonly T[],
  shownAs: (near: T) => string = (near) => near,
): string {
  const near = nearest(word, known);
  return near.length === 0 ? '' : ` Did you mean ${near.map(shownAs).join(' or ')}?`;
}

/** Says that a word is not one of those that are known, which of them may be meant, and all of them. */
export function unknownWord(what: string, given: string, known: readonly string[]): string {
  return `Unknown ${what} "${given}".${didYouMean(given, known)} Known: ${known.join(', ')}.`;
}

/**
 * How many letters have to be put in, taken out, changed, or swapped with the next one: Damerau's and Levenshtein's.
 *
 * @param limit - where it does not matter any more; what is further away is `limit + 1`
 */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwapped ? (before[column - 2] ?? 0) + 1 : change;
      const here = Math.min(change, swap, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
      line.push(here);
      least = Math.min(least, here);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = line;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}

function isPart(part: string, whole: string): boolean {
  return part.length >= FEWEST_OF_PART && whole.includes(part);
}
