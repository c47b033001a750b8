import { BOTH } from '../matcher/sides.ts';
import { ID_KINDS } from '../model/user.ts';
import { defineFinding } from './define-finding.ts';

export const duplicateId = defineFinding({
  kind: 'duplicate-id',
  about: 'person',
  explanation: 'Active users of one side carry the same identifier, which therefore says nothing about who is who.',
  detect: (person, evidence) =>
    BOTH.flatMap((side) =>
      ID_KINDS.flatMap((kind) => {
        const index = person[side];
        if (evidence.sharedIds(side, kind).size === 0) return [];
        const forms = evidence.world.correlated.identifiers.forms[kind];
        const id = evidence.isActive(side, index) ? forms[side][index] : null;
        const sharers = id == null ? undefined : evidence.sharedIds(side, kind).get(id);
        if (id == null || sharers === undefined) return [];
        const isCarriedByOld = side === 'new' && evidence.hasOldId(kind, id);
        return [
          {
            severity: isCarriedByOld ? ('error' as const) : ('warning' as const),
            ...evidence.place(side, index),
            others: evidence.users(
              side,
              sharers.filter((sharer) => sharer !== index),
            ),
            message: `${sharers.length} active users of the ${side} IdP carry the ${kind} “${evidence.world.tables[side].value(kind, index)}”, so it is not used.`,
            remedy: 'Correct the id, or deactivate the record that is not used.',
          },
        ];
      }),
    ),
});
