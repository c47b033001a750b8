/** Gives every record its line and its ref. */
import type { Organisation, RefRow, RefUser } from '../records.ts';
import type { Draft } from './stage.ts';

export function assemble(drafts: readonly Draft[]): Organisation {
  const inOrder = [...drafts].sort((a, b) => a.rank - b.rank);
  const users = (side: 'old' | 'new'): RefUser[] =>
    inOrder
      .flatMap((draft) => (draft.side === side ? [draft.sheet] : []))
      .map((sheet, i) => ({ ref: `${side}${i + 2}`, side, line: i + 2, ...sheet }));
  const rows = inOrder
    .flatMap((draft) => (draft.side === 'app' ? [draft.sheet] : []))
    .map((sheet, i): RefRow => ({ ref: `app${i + 2}`, side: 'app', line: i + 2, ...sheet }));
  return { old: users('old'), new: users('new'), app: rows };
}
