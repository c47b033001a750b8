import { COMPARE_POLICIES } from '../email/compare.ts';
import type { Person } from '../model/person.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import { inert, type Style } from './terminal.ts';
import { countPeople } from './wording.ts';

/** People shown of those who would arrive at somebody else's account under another policy. */
const FIRST_FEW = 3;

/**
 * What other ways of comparing addresses would do: what is harmless where an app folds case, and what only shows there.
 * Empty where it makes no difference to anybody.
 *
 * @param nameOf - how the report calls somebody, with their place
 */
export function policyLines(
  { people, compare }: Reconciliation,
  all: boolean,
  style: Style,
  nameOf: (person: Person) => string,
): string {
  const affected = people.filter(isAffected);
  if (affected.length === 0) return '';
  const counts = COMPARE_POLICIES.map((policy) => ({
    policy: policy === compare ? style.bold(`${policy} (this report)`) : policy,
    told: told(policy, affected),
  }));
  const rows = [...new Set(counts.map(({ told }) => told))].map((words) => {
    const policies = counts.filter((count) => count.told === words).map(({ policy }) => policy);
    return `  ${policies.join(', ')}\n      ${words}\n`;
  });
  return (
    `\n${style.bold('If the app compares addresses otherwise')}  (it matters for ${countPeople(affected.length)})\n${rows.join('')}` +
    hiddenLines(affected, compare, all, style, nameOf)
  );
}

/** Whoever comes to harm under some policies and not under others, or to another harm. */
function isAffected({ duplicateUnder = [], takeoverUnder = [], harmlessUnder = [] }: Person): boolean {
  const policies = [duplicateUnder.length, takeoverUnder.length, harmlessUnder.length];
  const isSensitive = policies.some((count) => count > 0);
  return isSensitive && policies.every((count) => count < COMPARE_POLICIES.length);
}

function told(policy: string, affected: readonly Person[]): string {
  const count = (list: 'duplicateUnder' | 'takeoverUnder' | 'harmlessUnder') =>
    affected.filter((person) => person[list]?.includes(policy)).length;
  const [takeovers, duplicates, harmless] = [count('takeoverUnder'), count('duplicateUnder'), count('harmlessUnder')];
  const rest = affected.length - takeovers - duplicates - harmless;
  const parts = [
    ...(takeovers > 0 ? [`${takeovers} arrive${takeovers === 1 ? 's' : ''} at somebody else's account`] : []),
    ...(duplicates > 0 ? [`${duplicates} get${duplicates === 1 ? 's' : ''} a second account`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'is' : 'are'} shut out or cannot be told apart`] : []),
    ...(harmless > 0 ? [`${harmless} come${harmless === 1 ? 's' : ''} to no harm`] : []),
  ];
  return parts.join(', ');
}

/** Who would arrive at somebody else's account, and does not in this report. */
function hiddenLines(
  affected: readonly Person[],
  compare: string,
  all: boolean,
  style: Style,
  nameOf: (person: Person) => string,
): string {
  const hidden = affected.filter(
    ({ takeoverUnder = [] }) => takeoverUnder.length > 0 && !takeoverUnder.includes(compare),
  );
  if (hidden.length === 0) return '';
  const few = all ? hidden : hidden.slice(0, FIRST_FEW);
  const lines = few.map((person) => `      ${nameOf(person)}: ${(person.takeoverUnder ?? []).map(inert).join(', ')}\n`);
  const more = hidden.length - few.length;
  const rest = more > 0 ? style.dim(`      … and ${more} more (--all lists them)\n`) : '';
  return `  Somebody else's account under another policy only:\n${lines.join('')}${rest}`;
}
