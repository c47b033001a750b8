import type { Tier } from './tier.ts';

/** A human said that two users are one person: nothing that the exports hold speaks louder. */
export const crosswalk = {
  id: 'crosswalk',
  group: 'decided',
  keys: () => [],
} as const satisfies Tier;
