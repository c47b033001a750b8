import { assumedMappings } from '../assumed-mappings.ts';
import type { Requirement } from '../model/policy.ts';
import type { AppliedPolicy, Reconciliation } from '../model/reconciliation.ts';
import type { Side } from '../model/user.ts';

/** Columns that are named one by one. */
const FEW = 4;

type World = Pick<Reconciliation, 'inputs' | 'mode' | 'summary' | 'people' | 'decisions'>;

/** In words, what is missing; null where it is there. */
const MISSING: Readonly<Record<Requirement, (world: World) => string | null>> = {
  app: ({ summary }) => (summary.users.app > 0 ? null : "the app's own member list was not given (--app)"),
  crosswalk: ({ decisions = 0 }) =>
    decisions > 0 ? null : 'no decision of a crosswalk on who is whom took effect (--crosswalk)',
  'confirmed-mapping'(world) {
    const assumed = assumedMappings(world);
    if (assumed.length === 0) return null;
    const columns = assumed.map(({ side, attribute, column, file }) => {
      const key = side === 'app' ? 'email' : attribute;
      return `${side} ${key} ${column === null ? '' : `“${column}” `}(${file})`;
    });
    const few = columns.slice(0, FEW);
    const more = columns.length > few.length ? ` and ${columns.length - few.length} more` : '';
    return `nobody has said which column is sent: ${few.join(', ')}${more}`;
  },
  'old-scim': (world) =>
    hasColumn(world, 'old', 'scim') || (!isRead(world, 'old') && world.people.some(({ old }) => old?.scim != null))
      ? null
      : 'the old IdP has no SCIM email of its own, so that its SSO email stands for it (--old-map scim=COLUMN)',
  'old-status': (world) => (hasColumn(world, 'old', 'status') ? null : noStatus('old')),
  'new-status': (world) => (hasColumn(world, 'new', 'status') ? null : noStatus('new')),
};

/** What of a policy's requirements is missing, each once, in the order of the policy. */
export function missingOf(required: readonly Requirement[], world: World): AppliedPolicy['missing'] {
  return [...new Set(required)].flatMap((requirement) => {
    const message = MISSING[requirement](world);
    return message === null ? [] : [{ requirement, message }];
  });
}

function isRead({ inputs }: World, side: Side): boolean {
  return inputs.some((input) => input.side === side);
}

/** Whether every file of a side has a column; what a program made has none that is known. */
function hasColumn(world: World, side: Side, key: 'scim' | 'status'): boolean {
  return isRead(world, side) && world.inputs.every((input) => input.side !== side || input.mapping[key] !== null);
}

function noStatus(side: Side): string {
  return `not every export of the ${side} IdP has a column that is known to say who is active (--${side}-map status=COLUMN)`;
}
