/** Where the records of a scene are put down while it is played. */
import type { RefRow } from '../records.ts';
import { type Human, type Sheet, type Style, stayer, type Twosome } from './people.ts';

/** A row before it has its place in the list. */
export type RowSheet = Omit<RefRow, 'ref' | 'side' | 'line'>;

export type Draft =
  | { side: 'old' | 'new'; sheet: Sheet; rank: number }
  | { side: 'app'; sheet: RowSheet; rank: number };

export class Stage {
  readonly people: Twosome[];
  readonly drafts: Draft[] = [];
  /** The records of each of the cast that are in the exports. */
  readonly put: { old: Sheet[]; new: Sheet[] }[];
  readonly cast: readonly Human[];
  readonly start: number;
  readonly look: Style;

  /** Sets people up who are numbered from `start`. */
  constructor(cast: readonly Human[], start: number, look: Style) {
    this.cast = cast;
    this.start = start;
    this.look = look;
    this.people = cast.map((h, i) => stayer(h, start + i, look));
    this.put = cast.map(() => ({ old: [], new: [] }));
  }

  add(side: 'old' | 'new', sheet: Sheet, i: number): void {
    const h = this.cast[i];
    this.drafts.push({ side, sheet, rank: (side === 'old' ? h?.rankOld : h?.rankNew) ?? 0 });
    this.put[i]?.[side].push(sheet);
  }

  addBoth(i: number): void {
    const two = this.people[i];
    if (two === undefined) return;
    this.add('old', two.old, i);
    this.add('new', two.new, i);
  }

  addRow(sheet: RowSheet, i: number): void {
    this.drafts.push({ side: 'app', sheet, rank: this.cast[i]?.rankNew ?? 0 });
  }
}
