import { ID_KINDS, type IdKind } from '../model/user.ts';
import type { IdOverlap, Overlap } from './inspection.ts';
import type { Inspected } from './population.ts';

/** Fewer common ids than that may be chance. */
const FEWEST_IDS = 3;

/** Id columns that pair more people than those which are read by themselves. */
export interface IdMaps {
  readonly kind: IdKind;
  readonly overlap: IdOverlap;
  /** What to map on each side; null where that column is read as it already. */
  readonly old: string | null;
  readonly new: string | null;
}

/** The ids to map, where others than those read by default pair most people; null where nothing is to be said. */
export function idMaps(
  old: readonly Inspected[],
  next: readonly Inspected[],
  overlap: Overlap | undefined,
): IdMaps | null {
  const best = overlap?.bestId;
  if (best == null || best.kind !== null || best.inBoth < FEWEST_IDS) return null;
  if (best.inBoth < best.onlyOld || best.inBoth < best.onlyNew) return null;
  const find = (files: readonly Inspected[], text: string) =>
    files.flatMap(({ columns }) => columns).find((column) => column.text === text);
  const [oldColumn, newColumn] = [find(old, best.old), find(next, best.new)];
  if (oldColumn === undefined || newColumn === undefined) return null;
  const isGuid = [oldColumn, newColumn].some(({ shape }) => shape === 'guid' || shape === 'base64-guid');
  const kind =
    ID_KINDS.find((known) => oldColumn.kind === known || newColumn.kind === known) ??
    (isGuid ? 'immutable-id' : 'employee-id');
  const map = (column: typeof oldColumn) => (column.readAs.includes(kind) ? null : `${kind}=${column.text}`);
  return { kind, overlap: best, old: map(oldColumn), new: map(newColumn) };
}
