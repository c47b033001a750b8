import type { Correlation } from '../model/person.ts';
import type { UserTable } from '../model/user-table.ts';
import { type AddressMeeting, addressMeeting } from './address-meeting.ts';
import { fullNamesAgree } from './names.ts';
import type { Switch } from './outcome.ts';
import type { MatchedPerson } from './people.ts';
import type { Sides } from './sides.ts';
import { alias } from './tiers/alias.ts';
import { crosswalk } from './tiers/crosswalk.ts';
import { emailExact } from './tiers/email-exact.ts';

/** Evidence that an address could give to whoever holds it. */
const ADDRESS_EVIDENCE: ReadonlySet<string> = new Set<AddressMeeting>([
  'email-exact',
  'email-normalized',
  'alias',
  'local-part',
]);

/** Everything that holds a pair together; null for whoever is alone. */
export function evidenceOf(person: MatchedPerson, world: Switch): Correlation | null {
  if (person.old < 0 || person.new < 0) return null;
  const { correlated, tables } = world;
  const tier = correlated.tier('old', person.old);
  if (tier === null) return null;
  const evidence: string[] = [...correlated.identifiers.agreeing(person.old, person.new)];
  const address = addressEvidence(tables, person.old, person.new);
  if (address !== null) evidence.push(address);
  const [oldName, newName] = [tables.old.value('name', person.old), tables.new.value('name', person.new)];
  if (fullNamesAgree(oldName, newName)) evidence.push('name');
  return { tier, evidence };
}

/** Whether nothing but an address holds a pair together: no human's word, no id, no name. */
export function isEmailAlone({ tier, evidence }: Correlation): boolean {
  return tier !== crosswalk.id && evidence.every((item) => ADDRESS_EVIDENCE.has(item));
}

function addressEvidence(tables: Sides<UserTable>, old: number, next: number): AddressMeeting | null {
  const before = emailExact.keys('old', old, tables.old);
  const after = emailExact.keys('new', next, tables.new);
  return addressMeeting(before, after, () => {
    const aliases = alias.keys('new', next, tables.new);
    return alias.keys('old', old, tables.old).some((key) => aliases.includes(key));
  });
}
