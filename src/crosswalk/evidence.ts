import { addressMeeting } from '../matcher/address-meeting.ts';
import { idForm } from '../matcher/id-forms.ts';
import { fullNamesAgree, noPartAgrees } from '../matcher/names.ts';
import { ID_KINDS, type User } from '../model/user.ts';

/** What the records of two say, in the words of `Correlation.evidence`. */
export interface EvidenceOfTwo {
  /** What agrees: id kinds, how the addresses meet, `name`. */
  readonly agrees: readonly string[];
  /** What differs although both have it: id kinds, and `name` where no part of it agrees. */
  readonly differs: readonly string[];
}

/**
 * What speaks for and against two records being of one person. Unlike the matcher it asks neither whether an id kind is
 * to be trusted nor who else has the same: whoever decides sees the other records too.
 */
export function evidenceOfTwo(a: User, b: User): EvidenceOfTwo {
  const agrees: string[] = [];
  const differs: string[] = [];
  for (const kind of ID_KINDS) {
    const [ours, theirs] = [idForm(kind, a.ids[kind]), idForm(kind, b.ids[kind])];
    if (ours !== null && theirs !== null) (ours === theirs ? agrees : differs).push(kind);
  }
  const meeting = addressMeeting(addressesOf(a), addressesOf(b));
  if (meeting !== null) agrees.push(meeting);
  if (fullNamesAgree(a.name, b.name)) agrees.push('name');
  else if (noPartAgrees(a.name, b.name)) differs.push('name');
  return { agrees, differs };
}

function addressesOf({ sso, scim }: User): string[] {
  return [sso, scim].filter((value) => value !== null);
}
