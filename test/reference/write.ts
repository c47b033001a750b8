/** Writes small organisations by hand, for the reference's own tests. */
import type { Ids, Organisation, RefRow, RefUser } from './records.ts';

export interface Sketch {
  /** Both values, unless one is given by itself. */
  mail?: string | null;
  sso?: string | null;
  scim?: string | null;
  name?: string | null;
  active?: boolean;
  ids?: Partial<Ids>;
  aliases?: string[];
  groups?: string[];
  person?: string;
}

/** A row of the member list. */
export interface RowSketch {
  mail: string;
  name?: string | null;
  /** false: removed. */
  active?: boolean;
  person?: string;
}

/**
 * Users are `old2`, `old3`, … and `new2`, `new3`, …, rows are `app2`, `app3`, … in the order given; the nth of
 * all sides are one human.
 */
export function write(old: readonly Sketch[], next: readonly Sketch[], app?: readonly RowSketch[]): Organisation {
  const side = (which: 'old' | 'new', sketches: readonly Sketch[]): RefUser[] =>
    sketches.map((sketch, i) => ({
      ref: `${which}${i + 2}`,
      person: sketch.person ?? `p${i}`,
      side: which,
      line: i + 2,
      sso: sketch.sso === undefined ? (sketch.mail ?? null) : sketch.sso,
      scim: sketch.scim === undefined ? (sketch.mail ?? null) : sketch.scim,
      name: sketch.name ?? null,
      active: sketch.active ?? true,
      ids: { 'employee-id': null, 'external-id': null, 'immutable-id': null, ...sketch.ids },
      aliases: sketch.aliases ?? [],
      groups: sketch.groups ?? [],
    }));
  const rows = app?.map(
    (sketch, i): RefRow => ({
      ref: `app${i + 2}`,
      person: sketch.person ?? `p${i}`,
      side: 'app',
      line: i + 2,
      email: sketch.mail,
      name: sketch.name ?? null,
      active: sketch.active ?? true,
    }),
  );
  return { old: side('old', old), new: side('new', next), app: rows ?? null };
}

export const A = 'a@example.com';
export const B = 'b@example.com';
export const C = 'c@example.com';
export const D = 'd@example.com';
