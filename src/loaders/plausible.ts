import { cellValue } from '../email/white-space.ts';
import type { PlausibleColumn } from '../model/input.ts';
import type { Attribute } from '../model/user.ts';
import { headerKey } from './header.ts';
import type { Mapping } from './mapping.ts';
import { PROXY_ADDRESSES, primaryAddress } from './proxy-addresses.ts';

const asItIs = (cell: string) => cell;
const primaryOrNothing = (cell: string) => primaryAddress(cell) ?? '';

interface Tally {
  readonly attribute: Attribute;
  readonly assumed: number;
  readonly other: number;
  /** Takes the address out of a cell of the other column. */
  readonly read: (cell: string) => string;
  differing: number;
  firstLine: number | null;
  exampleAssumed: string | null;
  examplePlausible: string | null;
}

/** Counts, over the active users in scope, where a column that could be what is sent differs from the assumed one. */
export class PlausibleColumns {
  readonly #tallies: Tally[];

  constructor(mapping: Mapping, header: readonly string[]) {
    this.#tallies = mapping.assumed.flatMap((attribute) =>
      mapping.plausible
        .filter((other) => other !== mapping.columns[attribute])
        .map((other) => ({
          attribute,
          assumed: mapping.columns[attribute],
          other,
          read: headerKey(header[other] ?? '') === PROXY_ADDRESSES ? primaryOrNothing : asItIs,
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
      const other = tally.read(cells[tally.other] ?? '');
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
