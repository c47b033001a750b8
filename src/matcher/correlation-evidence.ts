import { normalForm } from '../email/normal-form.ts';
import type { Correlation } from '../model/person.ts';
import type { UserTable } from '../model/user-table.ts';
import { fullNamesAgree } from './names.ts';
import type { Switch } from './outcome.ts';
import type { MatchedPerson } from './people.ts';
import { emailExact } from './tiers/email-exact.ts';

/** Everything that holds a pair together; null for whoever is alone. */
export function evidenceOf(person: MatchedPerson, world: Switch): Correlation | null {
  if (person.old < 0 || person.new < 0) return null;
  const { correlated, tables } = world;
  const tier = correlated.tier('old', person.old);
  if (tier === null) return null;
  const evidence: string[] = [...correlated.identifiers.agreeing(person.old, person.new)];
  const email = emailEvidence(tables.old, person.old, tables.new, person.new);
  if (email !== null) evidence.push(email);
  const [oldName, newName] = [tables.old.value('name', person.old), tables.new.value('name', person.new)];
  if (fullNamesAgree(oldName, newName)) evidence.push('name');
  return { tier, evidence };
}

/** Whether nothing but an email holds a pair together. */
export function isEmailAlone(correlation: Correlation): boolean {
  return correlation.evidence.every((item) => item.startsWith('email-'));
}

function emailEvidence(old: UserTable, oldIndex: number, next: UserTable, newIndex: number): string | null {
  const before = emailExact.keys('old', oldIndex, old);
  const after = emailExact.keys('new', newIndex, next);
  if (before.some((email) => after.includes(email))) return 'email-exact';
  const normalized = after.map(normalForm);
  return before.some((email) => normalized.includes(normalForm(email))) ? 'email-normalized' : null;
}
