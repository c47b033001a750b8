import type { Outcome } from '../model/person.ts';

const MEANING: Readonly<Record<Outcome, string>> = {
  unverified: 'cannot be told from somebody else, so nothing is known of them',
  'account-takeover': "would arrive at somebody else's account",
  'keeps-account': 'would keep their account',
  'duplicate-account': 'would get a second, empty account',
  'sign-in-blocked': 'could not sign in',
  'loses-access': 'would lose their account',
  'new-account': 'would get an account for the first time',
  'not-provisioned': 'would have no account, before or after',
};

/** What would happen to how many people, such as “2 people could not sign in”. */
export function outcomeWords(outcome: string, count: number): string {
  return `${peopleWords(count)} ${Object.hasOwn(MEANING, outcome) ? MEANING[outcome as Outcome] : outcome}`;
}

/** Such as “1 person”. */
export function peopleWords(count: number): string {
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}
