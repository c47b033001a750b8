import { cellValue } from '../email/white-space.ts';
import type { Assumption, PlausibleColumn } from '../model/input.ts';
import { ATTRIBUTES, type Attribute, type Side } from '../model/user.ts';
import type { Cells } from './columns.ts';
import type { Mapping } from './mapping.ts';

interface Tally {
  readonly attribute: Attribute;
  readonly text: string;
  /** What else could be sent: the first value that is not the assumed one, if any. */
  readonly rival: (cells: Cells, assumed: string) => string | undefined;
  /** Whether it is worth telling although nobody's value differs. */
  readonly isTold: boolean;
  differing: number;
  firstLine: number | null;
  exampleAssumed: string | null;
  examplePlausible: string | null;
}

/** Counts, over the active users in scope, where a column that could be what is sent differs from the assumed one. */
export class PlausibleColumns {
  readonly #mapping: Mapping;
  readonly #side: Side;
  readonly #tallies: Tally[];

  constructor(mapping: Mapping, side: Side) {
    this.#mapping = mapping;
    this.#side = side;
    this.#tallies = ATTRIBUTES.flatMap((attribute) => this.#talliesOf(attribute));
  }

  compare(cells: Cells, line: number): void {
    const { source, columns } = this.#mapping;
    for (const tally of this.#tallies) {
      const assumed = source.value(cells, columns[tally.attribute]);
      const other = tally.rival(cells, assumed);
      if (other === undefined) continue;
      tally.differing += 1;
      if (tally.firstLine === null) {
        tally.firstLine = line;
        tally.exampleAssumed = cellValue(assumed);
        tally.examplePlausible = other;
      }
    }
  }

  /** Columns that nobody has named, or of whose several values one was taken. */
  assumptions(): Assumption[] {
    const { source, columns, assumed, standIns } = this.#mapping;
    return ATTRIBUTES.flatMap((attribute) => {
      const plausible = this.#tallies
        .filter((tally) => tally.attribute === attribute && (tally.isTold || tally.differing > 0))
        .map(shown);
      // A list of members has one email column as a rule, which needs no confirming.
      const isTold = assumed.includes(attribute) && this.#side !== 'app';
      if (!isTold && !plausible.some(({ differing }) => differing > 0)) return [];
      const standIn = assumed.includes(attribute) ? standIns.get(columns[attribute]) : undefined;
      const column = source.text(columns[attribute]) ?? '';
      return [{ attribute, column, plausible, ...(standIn === undefined ? {} : { standIn }) }];
    });
  }

  #talliesOf(attribute: Attribute): Tally[] {
    const { source, columns, assumed, plausible } = this.#mapping;
    const column = columns[attribute];
    if (column < 0) return [];
    const text = (of: number) => source.text(of) ?? '';
    const others = assumed.includes(attribute) ? plausible.filter((other) => other !== column) : [];
    const tallies = others.map((other) => tally(attribute, text(other), true, this.#rivalOf(other)));
    if (!source.holdsSeveral(column)) return tallies;
    return [...tallies, tally(attribute, `${text(column)} (further values)`, false, this.#rivalOf(column))];
  }

  /** An empty cell is no value that could be sent instead; in a list of members, a name of a user is no address. */
  #rivalOf(column: number): Tally['rival'] {
    const { source } = this.#mapping;
    const isRival = (value: string, assumed: string) =>
      value !== assumed && cellValue(value) !== null && (this.#side !== 'app' || value.includes('@'));
    if (source.holdsSeveral(column)) {
      return (cells, assumed) => source.values(cells, column).find((value) => isRival(value, assumed));
    }
    return (cells, assumed) => {
      const value = cells[column] ?? '';
      return isRival(value, assumed) ? value : undefined;
    };
  }
}

function tally(attribute: Attribute, text: string, isTold: boolean, rival: Tally['rival']): Tally {
  return {
    attribute,
    text,
    isTold,
    rival,
    differing: 0,
    firstLine: null,
    exampleAssumed: null,
    examplePlausible: null,
  };
}

function shown({ text, differing, firstLine, exampleAssumed, examplePlausible }: Tally): PlausibleColumn {
  return { column: text, differing, firstLine, exampleAssumed, examplePlausible };
}
