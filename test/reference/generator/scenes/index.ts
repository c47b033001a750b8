/** What happens in an organisation: who stays, who swaps, whose address is given to whom. */
import { invited, memberOnly } from './members.ts';
import { divergingMember, joiner, leaver, namesakes, rehire, renamed, stay } from './one-person.ts';
import {
  freshCollision,
  handover,
  nearMiss,
  otherValue,
  rotation,
  sharedAlias,
  sharedMail,
  twins,
} from './shared-addresses.ts';
import { kindDisagrees, reusedRecord, sharedId } from './shared-ids.ts';

/** The scenes, how often each is played, and how many people it takes. */
export const SCENES = {
  stay: { weight: 22, cast: [1, 1], play: stay },
  leaver: { weight: 4, cast: [1, 1], play: leaver },
  joiner: { weight: 4, cast: [1, 1], play: joiner },
  renamed: { weight: 9, cast: [1, 1], play: renamed },
  swap: { weight: 3, cast: [2, 2], play: rotation },
  rotation: { weight: 2, cast: [3, 6], play: rotation },
  handover: { weight: 9, cast: [2, 2], play: handover },
  'shared-id': { weight: 4, cast: [2, 2], play: sharedId },
  twins: { weight: 4, cast: [2, 2], play: twins },
  'near-miss': { weight: 7, cast: [2, 2], play: nearMiss },
  rehire: { weight: 5, cast: [1, 1], play: rehire },
  namesakes: { weight: 4, cast: [2, 2], play: namesakes },
  'reused-record': { weight: 4, cast: [2, 2], play: reusedRecord },
  'shared-mail': { weight: 3, cast: [2, 2], play: sharedMail },
  'shared-alias': { weight: 4, cast: [2, 2], play: sharedAlias },
  'other-value': { weight: 4, cast: [2, 2], play: otherValue },
  'fresh-collision': { weight: 4, cast: [2, 3], play: freshCollision },
  'kind-disagrees': { weight: 3, cast: [5, 6], play: kindDisagrees },
  invited: { weight: 4, cast: [1, 2], play: invited },
  'member-only': { weight: 3, cast: [1, 1], play: memberOnly },
  'diverging-member': { weight: 5, cast: [1, 1], play: divergingMember },
} as const;
export type SceneName = keyof typeof SCENES;
