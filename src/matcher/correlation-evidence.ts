import { splitAddress } from '../email/domain.ts';
import { normalForm } from '../email/normal-form.ts';
import type { Correlation } from '../model/person.ts';
import type { UserTable } from '../model/user-table.ts';
import { fullNamesAgree } from './names.ts';
import type { Switch } from './outcome.ts';
import type { MatchedPerson } from './people.ts';
import type { Sides } from './sides.ts';
import { alias } from './tiers/alias.ts';
import { emailExact } from './tiers/email-exact.ts';

/** Evidence that an address could give to whoever holds it. */
const ADDRESS_EVIDENCE: ReadonlySet<string> = new Set(['email-exact', 'email-normalized', 'alias', 'local-part']);

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

/** Whether nothing but an address holds a pair together: no id, no name. */
export function isEmailAlone(correlation: Correlation): boolean {
  return correlation.evidence.every((item) => ADDRESS_EVIDENCE.has(item));
}

/** The closest way in which an old and a new address meet. */
function addressEvidence(tables: Sides<UserTable>, old: number, next: number): string | null {
  const before = emailExact.keys('old', old, tables.old);
  const after = emailExact.keys('new', next, tables.new);
  if (before.some((email) => after.includes(email))) return 'email-exact';
  const [normalBefore, normalAfter] = [before.map(normalForm), after.map(normalForm)];
  if (normalBefore.some((email) => normalAfter.includes(email))) return 'email-normalized';
  const aliases = alias.keys('new', next, tables.new);
  if (alias.keys('old', old, tables.old).some((key) => aliases.includes(key))) return 'alias';
  const locals = normalAfter.map(localPart);
  return normalBefore.some((email) => locals.includes(localPart(email))) ? 'local-part' : null;
}

function localPart(email: string): string {
  return splitAddress(email)?.local ?? email;
}
