import type { IgnoredIdKind } from '../model/input.ts';
import { ID_KINDS, type IdKind } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import { keysOf } from './addresses.ts';
import { idForm } from './id-forms.ts';
import { fullNameKey } from './names.ts';
import { firstByPlace } from './places.ts';
import { BOTH, bothSides, type Sides } from './sides.ts';

/** Below this many people there is too little to distrust an id kind by. */
const ENOUGH_TO_DISTRUST = 5;

const SEVERAL = -1;

type IdColumn = readonly (string | null)[];

/** What ids say of users, by index. */
export interface IdEvidence {
  /** Comparable form of every id, usable or not. */
  readonly forms: Readonly<Record<IdKind, Sides<IdColumn>>>;
  /** Whether any id of a kind is carried by several active users of a side. */
  areShared(kind: IdKind, side: 'old' | 'new'): boolean;
  /** Whether two users carry different values of a trusted kind: two people, whatever their address. */
  veto(oldIndex: number, newIndex: number): boolean;
  /** The trusted kinds of which two users carry the same usable value. */
  agreeing(oldIndex: number, newIndex: number): IdKind[];
}

/** The identifiers of both sides: which are usable, which kinds are trusted, and what speaks against a pair. */
export class Identifiers implements IdEvidence {
  readonly forms: Readonly<Record<IdKind, Sides<IdColumn>>>;
  /** Kinds that neither pair nor veto, with what was seen. */
  readonly ignored: readonly IgnoredIdKind[];
  /** Ids that several active users of a side carry. */
  readonly #shared: Readonly<Record<IdKind, Sides<ReadonlySet<string>>>>;
  readonly #usable: Readonly<Record<IdKind, Sides<IdColumn>>>;
  readonly #trusted: readonly IdKind[];

  constructor(tables: Sides<UserTable>) {
    this.forms = byKind((kind) => bothSides((side) => idColumn(tables[side], kind)));
    this.#shared = byKind((kind) => bothSides((side) => sharedByActive(tables[side], this.forms[kind][side])));
    this.#usable = byKind((kind) => usableColumns(this.forms[kind], this.#shared[kind]));
    const isOnBothSides = ID_KINDS.some((kind) =>
      BOTH.every((side) => this.#usable[kind][side].some((id) => id !== null)),
    );
    const sameEmail = isOnBothSides ? uniqueEmailCouples(tables) : [];
    const judged = ID_KINDS.map((kind) => judge(kind, tables, this.#usable[kind], this.forms[kind], sameEmail));
    this.ignored = judged.filter((result) => result !== null);
    const distrusted = new Set(this.ignored.map((result) => result.idKind));
    this.#trusted = ID_KINDS.filter((kind) => !distrusted.has(kind));
  }

  /** The id that may pair or veto, or null. */
  usable(kind: IdKind, side: 'old' | 'new', index: number): string | null {
    return this.#trusted.includes(kind) ? (this.#usable[kind][side][index] ?? null) : null;
  }

  areShared(kind: IdKind, side: 'old' | 'new'): boolean {
    return this.#shared[kind][side].size > 0;
  }

  veto(oldIndex: number, newIndex: number): boolean {
    for (const kind of this.#trusted) {
      const old = this.#usable[kind].old[oldIndex];
      const next = this.#usable[kind].new[newIndex];
      if (old != null && next != null && old !== next) return true;
    }
    return false;
  }

  agreeing(oldIndex: number, newIndex: number): IdKind[] {
    return this.#trusted.filter((kind) => {
      const old = this.#usable[kind].old[oldIndex];
      return old != null && old === this.#usable[kind].new[newIndex];
    });
  }
}

function byKind<T>(make: (kind: IdKind) => T): Record<IdKind, T> {
  return {
    'employee-id': make('employee-id'),
    'immutable-id': make('immutable-id'),
    'external-id': make('external-id'),
  };
}

function idColumn(table: UserTable, kind: IdKind): IdColumn {
  return Array.from({ length: table.length }, (_, index) => idForm(kind, table.value(kind, index)));
}

/** Takes out, on both sides, every id that two active users of one side share. */
function usableColumns(forms: Sides<IdColumn>, shared: Sides<ReadonlySet<string>>): Sides<IdColumn> {
  if (shared.old.size + shared.new.size === 0) return forms;
  const isShared = (form: string) => shared.old.has(form) || shared.new.has(form);
  return bothSides((side) => forms[side].map((form) => (form !== null && isShared(form) ? null : form)));
}

function sharedByActive(table: UserTable, forms: IdColumn): Set<string> {
  const once = new Set<string>();
  const shared = new Set<string>();
  forms.forEach((form, index) => {
    if (form === null || !table.isActive(index)) return;
    if (once.has(form)) shared.add(form);
    else once.add(form);
  });
  return shared;
}

/** Couples of an old and a new user linked by an email that nobody else of either side has. */
function uniqueEmailCouples(tables: Sides<UserTable>): (readonly [number, number])[] {
  const holders = bothSides((side) => soleHolders(tables[side]));
  const couples = new Map<number, readonly [number, number]>();
  for (const [email, oldIndex] of holders.old) {
    const newIndex = holders.new.get(email) ?? SEVERAL;
    if (oldIndex !== SEVERAL && newIndex !== SEVERAL)
      couples.set(oldIndex * tables.new.length + newIndex, [oldIndex, newIndex]);
  }
  return [...couples.values()];
}

/** Who has each email, or SEVERAL. */
function soleHolders(table: UserTable): Map<string, number> {
  const holders = new Map<string, number>();
  for (let index = 0; index < table.length; index += 1) {
    for (const email of keysOf(table, index, (value) => value))
      holders.set(email, holders.has(email) ? SEVERAL : index);
  }
  return holders;
}

/** What is to be said of a kind that is not trusted; null of one that is. */
function judge(
  idKind: IdKind,
  tables: Sides<UserTable>,
  usable: Sides<IdColumn>,
  forms: Sides<IdColumn>,
  couples: readonly (readonly [number, number])[],
): IgnoredIdKind | null {
  let compared = 0;
  let agreeing = 0;
  const disagreeing = new Map<number, number>();
  for (const [oldIndex, newIndex] of couples) {
    const [old, next] = [usable.old[oldIndex], usable.new[newIndex]];
    if (old == null || next == null || namesDiffer(tables, oldIndex, newIndex)) continue;
    compared += 1;
    if (old === next) agreeing += 1;
    else disagreeing.set(oldIndex, newIndex);
  }
  if (compared < ENOUGH_TO_DISTRUST || agreeing * 2 >= compared) return null;
  const onNew = new Set(forms.new.filter((form) => form !== null));
  const onBothSides = new Set(forms.old.filter((form) => form !== null && onNew.has(form))).size;
  const examples = firstByPlace(tables.old, disagreeing.keys(), 3).map((oldIndex) => ({
    old: tables.old.value(idKind, oldIndex) ?? '',
    new: tables.new.value(idKind, disagreeing.get(oldIndex) ?? -1) ?? '',
  }));
  return { idKind, compared, agreeing, onBothSides, examples };
}

function namesDiffer(tables: Sides<UserTable>, oldIndex: number, newIndex: number): boolean {
  const [old, next] = [tables.old.value('name', oldIndex), tables.new.value('name', newIndex)];
  if (old === next) return false;
  const [oldKey, newKey] = [fullNameKey(old), fullNameKey(next)];
  return oldKey !== '' && newKey !== '' && oldKey !== newKey;
}
