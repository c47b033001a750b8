/**
 * Draws organisations before a switch, with a known truth: every record says which human being it is of.
 *
 * A *designed* organisation is a list of scenes, whose people carry further oddities of their own. A *quiet* one is
 * a single scene among people who stay. A *tiny* one is pure chance over a handful of values. All have a member list;
 * whoever wants none sets `app` to null. Everything shrinks towards few people, no oddity, `stay`.
 */
import * as fc from 'fast-check';
import { designedOrganisation, quietOrganisation } from './generator/designed.ts';
import { tinyOrganisation } from './generator/tiny.ts';
import type { Organisation } from './records.ts';

/** All three, and somebody on either side and in the list: without them there is nothing to be said. */
export const organisation: fc.Arbitrary<Organisation> = fc
  .oneof(
    { weight: 5, arbitrary: designedOrganisation },
    { weight: 3, arbitrary: quietOrganisation },
    { weight: 3, arbitrary: tinyOrganisation },
  )
  .filter((drawn) => drawn.old.length > 0 && drawn.new.length > 0 && (drawn.app?.length ?? 0) > 0);
