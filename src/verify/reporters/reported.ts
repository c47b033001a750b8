import type { Verification, VerifiedPerson } from '../../model/verification.ts';
import type { RenderOptions } from '../../reporters/reporter.ts';

/** The people that a report for programs holds: whoever has a finding, or an account that is not what it was; or everyone. */
export function* reportedOf({ people }: Verification, { all = false }: RenderOptions): Generator<VerifiedPerson> {
  for (const person of people) if (all || isNotable(person)) yield person;
}

function isNotable({ findings, account, sync }: VerifiedPerson): boolean {
  const isQuiet = (result: string | null, quiet: readonly string[]) => result === null || quiet.includes(result);
  return findings.length > 0 || !isQuiet(account, ['stayed', 'none']) || !isQuiet(sync, ['arrived', 'none']);
}
