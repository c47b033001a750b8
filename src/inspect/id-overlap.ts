import { ID_KINDS, type IdKind } from '../model/user.ts';
import { commonValues } from './common-values.ts';
import type { IdOverlap } from './inspection.ts';
import type { Population, SideColumn } from './population.ts';

/** Fewer common values than that among columns of no known kind are chance. */
const FEWEST_BY_CHANCE = 2;
const SHARE_BY_CHANCE = 0.1;

/** A couple of users by their indices. */
export type Couple = readonly [old: number, next: number];

/** Ids of two columns, and the people that they pair. */
export interface IdPairing {
  readonly overlap: IdOverlap;
  readonly couples: readonly Couple[];
}

/** Compares every id column of one side with every one of the other, most pairs first. */
export function pairById(old: Population, next: Population): IdPairing[] {
  const common = commonValues(
    old.ids.map(({ forms }) => forms),
    next.ids.map(({ forms }) => forms),
  );
  return old.ids
    .flatMap((oldColumn, row) =>
      next.ids.flatMap((newColumn, column): IdPairing[] => {
        const counts = common[row]?.[column];
        const kind = sharedKind(oldColumn, newColumn);
        if (counts === undefined || !isTelling(counts, kind)) return [];
        const couples = counts.inBoth === 0 ? [] : couplesOf(old, next, oldColumn, newColumn);
        const pairsPeople = oldColumn.kind !== 'provider-id' && newColumn.kind !== 'provider-id';
        const texts = { old: oldColumn.text, new: newColumn.text };
        return [{ overlap: { ...texts, kind, pairsPeople, ...counts, pairs: couples.length }, couples }];
      }),
    )
    .sort((a, b) => byUse(a.overlap, b.overlap));
}

/** The kind under which `check` compares two columns. */
function sharedKind(old: SideColumn, next: SideColumn): IdKind | null {
  return ID_KINDS.find((kind) => old.readAs.includes(kind) && next.readAs.includes(kind)) ?? null;
}

function isTelling(
  { inBoth, onlyOld, onlyNew }: Omit<IdOverlap, 'old' | 'new' | 'kind' | 'pairsPeople' | 'pairs'>,
  kind: IdKind | null,
): boolean {
  if (kind !== null) return true;
  const fewer = inBoth + Math.min(onlyOld, onlyNew);
  return inBoth >= FEWEST_BY_CHANCE && inBoth >= fewer * SHARE_BY_CHANCE;
}

/** Couples of active users, each the only active one of their side with that id. */
function couplesOf(old: Population, next: Population, oldColumn: SideColumn, newColumn: SideColumn): Couple[] {
  const olds = soleHolders(oldColumn.forms, old.active);
  const news = soleHolders(newColumn.forms, next.active);
  const couples: Couple[] = [];
  for (const [form, oldIndex] of olds) {
    const newIndex = news.get(form);
    if (newIndex !== undefined && newIndex !== SEVERAL && oldIndex !== SEVERAL) couples.push([oldIndex, newIndex]);
  }
  return couples;
}

const SEVERAL = -1;

function soleHolders(forms: SideColumn['forms'], active: readonly boolean[]): Map<string, number> {
  const holders = new Map<string, number>();
  forms.forEach((form, index) => {
    if (form !== null && active[index] === true) holders.set(form, holders.has(form) ? SEVERAL : index);
  });
  return holders;
}

/** Ids that pair people before those that do not, then the most pairs, then what `check` compares by itself. */
function byUse(a: IdOverlap, b: IdOverlap): number {
  const place = ({ kind }: IdOverlap) => (kind === null ? ID_KINDS.length : ID_KINDS.indexOf(kind));
  return Number(b.pairsPeople) - Number(a.pairsPeople) || b.pairs - a.pairs || place(a) - place(b);
}
