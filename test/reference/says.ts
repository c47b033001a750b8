/** What is expected of a small organisation, for reading: person by person, the outcome and then the findings. */
import type { Policy } from './addresses.ts';
import { expected } from './judge.ts';
import type { Mode } from './simulation.ts';
import { type RowSketch, type Sketch, write } from './write.ts';

export function says(
  mode: Mode,
  old: readonly Sketch[],
  next: readonly Sketch[],
  app?: readonly RowSketch[],
  policy: Policy = 'exact',
): Record<string, string[]> {
  return Object.fromEntries(
    expected(write(old, next, app), mode, policy).map((person) => [
      person.oldRef === null && person.newRef === null
        ? (person.appRef ?? '·')
        : `${person.oldRef ?? '·'}/${person.newRef ?? '·'}`,
      [person.outcome, ...person.findings.map(({ kind, severity }) => `${kind}:${severity}`).sort()],
    ]),
  );
}
