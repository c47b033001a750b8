import { differenceOf } from '../email/difference.ts';
import { shown } from '../email/shown.ts';
import { isUnchanged } from '../matcher/outcome.ts';
import type { MatchedPerson } from '../matcher/people.ts';
import { type Draft, defineFinding, NOTHING } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

export const accountEmailDrift = defineFinding({
  kind: 'account-email-drift',
  about: 'person',
  explanation:
    "The app has the person's account under an address that is not, code point by code point, the one that the old IdP sends.",
  detect(person, evidence) {
    const { ownership } = evidence.world;
    if (ownership.app === null || !person.owner) return NOTHING;
    const [row] = person.old < 0 ? [] : ownership.driftedRowsOf(person.old);
    if (row !== undefined) return [driftOf(row, person, evidence)];
    return isLeftBehind(person, evidence) ? [unreachedOf(person, evidence)] : NOTHING;
  },
});

/** Nothing changes between the sides, and yet the person does not keep the account. */
function isLeftBehind(person: MatchedPerson, { world }: Evidence): boolean {
  if (person.old < 0 || person.new < 0 || !world.tables.new.isActive(person.new)) return false;
  if (person.outcome === 'keeps-account' || person.outcome === 'unverified') return false;
  return isUnchanged(person.old, person.new, world);
}

function driftOf(row: number, person: MatchedPerson, evidence: Evidence): Draft {
  const account = evidence.world.ownership.app?.value('sso', row) ?? null;
  const before = evidence.spellingOf(person.old, account);
  const difference = differenceOf(account, before);
  return {
    severity: 'error',
    ...evidence.place('app', row),
    old: account,
    new: before,
    ...(difference === undefined ? {} : { difference }),
    message: `The app has the account at ${difference?.old ?? shown(account)}; the old IdP says ${difference?.new ?? shown(before)}.`,
    remedy:
      "Let the new IdP send exactly the address that the app's list has, and give the old user the same; or have the address of the account changed in the app before the switch.",
  };
}

function unreachedOf(person: MatchedPerson, evidence: Evidence): Draft {
  const account = evidence.world.ownership.app?.value('sso', person.app) ?? null;
  return {
    severity: 'error',
    ...evidence.place('app', person.app),
    message: `Both identity providers send the same, and it does not lead to the account, which the app has at ${shown(account)}.`,
    remedy:
      "Let the new IdP send the address that the app's list has, both as SSO email and, in scim mode, as SCIM email.",
  };
}
