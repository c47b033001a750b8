/** Runs that are written out; a file of thousands of rows may have as many. */
const MOST_RUNS = 40;

/** Lines in words, those that follow one another as a run: `2–40, 44`; empty for none. */
export function lineRuns(lines: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  const few = runs.slice(0, MOST_RUNS).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const rest = runs.slice(MOST_RUNS).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return `${few.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`;
}
