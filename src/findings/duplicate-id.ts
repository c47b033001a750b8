import type { PairedSide } from '../matcher/sides.ts';
import { ID_KINDS, type IdKind } from '../model/user.ts';
import { type Draft, defineFinding, onBothSides } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

export const duplicateId = defineFinding({
  kind: 'duplicate-id',
  about: 'person',
  explanation: 'Active users of one side carry the same identifier, which therefore says nothing about who is who.',
  detect: onBothSides((side, index, evidence) => {
    const drafts: Draft[] = [];
    for (const kind of ID_KINDS) {
      const sharers = sharersOf(kind, side, index, evidence);
      if (sharers !== undefined) drafts.push(draftOf(kind, side, index, sharers, evidence));
    }
    return drafts;
  }),
});

function sharersOf(kind: IdKind, side: PairedSide, index: number, evidence: Evidence): readonly number[] | undefined {
  const shared = evidence.sharedIds(side, kind);
  if (shared.size === 0 || !evidence.isActive(side, index)) return undefined;
  const id = evidence.id(kind, side, index);
  return id === null ? undefined : shared.get(id);
}

function draftOf(kind: IdKind, side: PairedSide, index: number, sharers: readonly number[], evidence: Evidence): Draft {
  const id = evidence.id(kind, side, index);
  const isCarriedByOld = side === 'new' && id !== null && evidence.hasOldId(kind, id);
  return {
    severity: isCarriedByOld ? 'error' : 'warning',
    ...evidence.place(side, index),
    others: evidence.users(side, evidence.gather(side, [sharers], index).few),
    message: `${sharers.length} active users of the ${side} IdP carry the ${kind} “${evidence.world.tables[side].value(kind, index)}”, so it is not used.`,
    remedy: 'Correct the id, or deactivate the record that is not used.',
  };
}
