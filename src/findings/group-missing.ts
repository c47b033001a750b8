import { nfkcLowerStrip } from '../email/normal-form.ts';
import { shown } from '../email/shown.ts';
import { defineFinding, NOTHING } from './define-finding.ts';

const FIRST_RDN = /^(?:cn|ou|uid)=((?:\\.|[^,\\])*),/i;
const FEW = 5;

export const groupMissing = defineFinding({
  kind: 'group-missing',
  about: 'person',
  explanation: 'Somebody is in a group of the old IdP, and in no group of that name in the new one.',
  detect(person, evidence) {
    if (person.old < 0 || !evidence.isActive('new', person.new) || !evidence.hasGroups) return NOTHING;
    const { tables } = evidence.world;
    const now = new Set(tables.new.list('groups', person.new).map(groupKey));
    const lost = tables.old.list('groups', person.old).filter((group) => !now.has(groupKey(group)));
    if (lost.length === 0) return NOTHING;
    const few = lost.slice(0, FEW).map((group) => `“${shown(groupName(group))}”`);
    const more = lost.length > FEW ? ` and ${lost.length - FEW} more` : '';
    return [
      {
        severity: 'warning',
        ...evidence.place('new', person.new),
        message: `In the new IdP this person is not in ${few.join(', ')}${more}.`,
        remedy:
          'Check whether the app grants anything by these groups. If it does, put the person in the group of the new IdP that takes their place.',
      },
    ];
  },
});

/** What two groups are compared by: the name, not the place in a directory. */
export function groupKey(group: string): string {
  return nfkcLowerStrip(groupName(group));
}

/** The name of a group; of a distinguished name, its first part. RFC 4514 section 2. */
export function groupName(group: string): string {
  return FIRST_RDN.exec(group)?.[1]?.replace(/\\(.)/g, '$1') ?? group;
}
