import { compareEmails } from './email-overlap.ts';
import { pairById } from './id-overlap.ts';
import type { Overlap } from './inspection.ts';
import type { Population } from './population.ts';

/** What two sides have in common: which ids pair how many, and which addresses are equal for how many of those. */
export function overlapOf(old: Population, next: Population): Overlap {
  const pairings = pairById(old, next);
  const best = pairings.find(({ overlap }) => overlap.pairsPeople && overlap.pairs > 0);
  return {
    old: old.files,
    new: next.files,
    ids: pairings.map(({ overlap }) => overlap),
    bestId: best?.overlap ?? null,
    emails: compareEmails(old, next, best?.couples ?? null),
  };
}
