import { TOPICS } from './index.ts';

/** How many letters may be wrong. */
const MOST_WRONG = 3;
const MOST_SUGGESTED = 3;
/** Longer than any topic with that many letters too many. */
const LONGEST = 40;

/** What somebody may have meant: topics that a word is part of, or that differ from it in a few letters; the nearest first. */
export function nearestTopics(word: string): string[] {
  const wanted = word.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return [];
  return TOPICS.map((topic) => ({ topic, away: distance(wanted, topic) }))
    .filter(({ topic, away }) => away <= MOST_WRONG || topic.includes(wanted))
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_SUGGESTED)
    .map(({ topic }) => topic);
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
