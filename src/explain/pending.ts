import type { Explanation } from './explanation.ts';
import { crosswalkConflict } from './pending/crosswalk-conflict.ts';
import { crosswalkStale } from './pending/crosswalk-stale.ts';
import { crosswalkUnknown } from './pending/crosswalk-unknown.ts';
import { waiverExpired } from './pending/waiver-expired.ts';
import { waiverOverBroad } from './pending/waiver-over-broad.ts';
import { waiverUnused } from './pending/waiver-unused.ts';

/** Kinds that `check` does not find yet. Each moves into `findings/` and the registry with the kind. */
export const PENDING: Readonly<Record<string, Explanation>> = {
  'crosswalk-unknown': crosswalkUnknown,
  'crosswalk-stale': crosswalkStale,
  'crosswalk-conflict': crosswalkConflict,
  'waiver-expired': waiverExpired,
  'waiver-unused': waiverUnused,
  'waiver-over-broad': waiverOverBroad,
};
