import { cellValue } from '../email/white-space.ts';
import type { PlausibleColumn } from '../model/input.ts';
import type { Attribute } from '../model/user.ts';
import type { Mapping } from './mapping.ts';

interface Tally {
  readonly attribute: Attribute;
  readonly assumed: number;
  readonly other: number;
  differing: number;
  firstLine: number | null;
  exampleAssumed: string | null;
  examplePlausible: string | null;
}

/** Counts, over the active users in scope, where a column that could be what is sent differs from the assumed one. */
export class PlausibleColumns {
  readonly #tallies: Tally[];

  constructor(mapping: Mapping) {
    this.#tallies = mapping.assumed.flatMap((attribute) =>
      mapping.plausible
        .filter((other) => other !== mapping.columns[attribute])
        .map((other) => ({
          attribute,
          assumed: mapping.columns[attribute],
          other,
          differing: 0,
          firstLine: null,
          exampleAssumed: null,
          examplePlausible: null,
        })),
    );
  }

  compare(cells: readonly string[], line: number): void {
    for (const tally of this.#tallies) {
      const assumed = cells[tally.assumed] ?? '';
      const other = cells[tally.other] ?? '';
      // An empty cell is no value that could be sent instead.
      if (assumed === other || cellValue(other) === null) continue;
      tally.differing += 1;
      if (tally.firstLine === null) {
        tally.firstLine = line;
        tally.exampleAssumed = cellValue(assumed);
        tally.examplePlausible = other;
      }
    }
  }

  of(attribute: Attribute, header: readonly string[]): PlausibleColumn[] {
    return this.#tallies
      .filter((tally) => tally.attribute === attribute)
      .map(({ other, differing, firstLine, exampleAssumed, examplePlausible }) => ({
        column: header[other] ?? '',
        differing,
        firstLine,
        exampleAssumed,
        examplePlausible,
      }));
  }
}
