// Holds what happened at a switch against what was predicted of it.
// May use: model, email, loaders, matcher, findings; what a report looks like is in reporters/ of this room. It stands beside reconcile.
// May not: read files, predict anything anew, or know the time.
import { comparisonKey } from '../email/compare.ts';
import { PreflightError, toPreflightError } from '../errors.ts';
import { usersFromRecords } from '../loaders/from-records.ts';
import { inputsBehind } from '../loaders/provenance.ts';
import type { LoadedInput } from '../model/input.ts';
import type { UserRecord } from '../model/user.ts';
import type { Verification } from '../model/verification.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { expectationOf } from './expectation.ts';
import { tellsGroups } from './groups.ts';
import { listFindings } from './list-findings.ts';
import { notVerified } from './not-verified.ts';
import { sightingOf } from './seen.ts';
import type { VerifiedTables } from './tables.ts';
import { countVerification, verdictOn } from './verdict.ts';
import { verifiedPeople } from './verified-people.ts';

/**
 * Holds what happened at a switch against what was predicted of it: whose account is still there, who has a second one,
 * who did not arrive.
 *
 * @param baseline - the JSON report of `check` with everybody in it (`all`), as parsed
 * @param lists - of after the switch, one of the two or both: `app`, the member list, and `scim`, the users in the
 *   service provider's directory, by their `scim` address. `new`: the records of the new IdP that the baseline was
 *   made from, for their groups
 * @param options - `organization`: what the lists are of; where the baseline is about several apps, which of them
 * @returns everybody of the baseline and whoever else is on the lists, with what became of them, and whether all of it
 *   is as predicted
 * @throws PreflightError ERR_BASELINE where the report is none, or does not hold everybody
 * @throws PreflightError ERR_USAGE where no list is given, or a SCIM directory though SCIM pushes nobody
 * @throws PreflightError ERR_INPUT_RECORD, ERR_INPUT_EMPTY where a list has a record that is none, or no records
 * @see https://support.claude.com/en/articles/13443687 on checking which users synced, step 6
 * @example
 * ```ts
 * import { reconcile, render, verifyMigration } from 'idp-preflight';
 *
 * const users = [{ sso: 'ann@example.com', scim: 'ann@example.com', name: 'Ann Lee' }];
 * const reconciliation = reconcile({ old: users, new: users, app: users });
 * let report = '';
 * for await (const piece of render('json', reconciliation, { all: true })) report += piece;
 * // After the switch:
 * const { verdict } = verifyMigration(JSON.parse(report), { app: users, scim: users });
 * console.log(verdict.status); // verified
 * ```
 */
export function verifyMigration(
  baseline: unknown,
  lists: {
    readonly app?: readonly UserRecord[] | undefined;
    readonly scim?: readonly UserRecord[] | undefined;
    readonly new?: readonly UserRecord[] | undefined;
  },
  options: { readonly organization?: string | undefined } = {},
): Verification {
  try {
    const organization = options.organization ?? null;
    const table = (side: 'app' | 'new', records: readonly UserRecord[] | undefined) =>
      records === undefined ? null : usersFromRecords(side, records);
    return verifyTables(
      baselineOf(baseline, organization),
      { app: table('app', lists.app), scim: table('new', lists.scim), next: table('new', lists.new) },
      [...inputsBehind(lists.scim ?? []), ...inputsBehind(lists.app ?? [])],
      organization,
    );
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

/**
 * The pipeline: a baseline and lists in, a verification out.
 *
 * @throws PreflightError ERR_USAGE, ERR_INPUT_EMPTY
 */
export function verifyTables(
  baseline: Baseline,
  tables: VerifiedTables,
  inputs: readonly LoadedInput[],
  organization: string | null,
): Verification {
  requireLists(baseline, tables);
  const key = comparisonKey(baseline.summary.compare);
  const { listed } = baseline.summary;
  const expectations = baseline.people.map((person) => expectationOf(person, baseline.mode, listed, key));
  const sighting = sightingOf(expectations, tables, key);
  const scimInputs = inputs.filter(({ side }) => side === 'new');
  const hasGroups = tables.next !== null && tables.scim !== null && tellsGroups(tables.scim, scimInputs);
  const people = verifiedPeople(sighting.seen, { ...tables, next: hasGroups ? tables.next : null }, baseline, key);
  const inputFindings = listFindings(baseline, inputs, people);
  const summary = countVerification(people, inputFindings, tables, sighting);
  return {
    organization,
    baseline: baseline.summary,
    verdict: verdictOn(people, inputFindings),
    notVerified: notVerified(baseline, tables, hasGroups),
    inputs: inputs.map(({ observations, ...input }) => input),
    inputFindings,
    summary,
    people,
  };
}

function requireLists({ mode }: Baseline, { app, scim }: VerifiedTables): void {
  if (app === null && scim === null) {
    throw new PreflightError(
      'ERR_USAGE',
      'There is nothing to verify by: give the member list with --app, the SCIM directory with --scim, or both.',
    );
  }
  if (scim !== null && mode !== 'scim') {
    throw new PreflightError(
      'ERR_USAGE',
      `The baseline was made for ${mode} mode, in which SCIM pushes nobody: leave --scim out, or make a baseline with --mode scim.`,
    );
  }
  for (const table of [app, scim]) {
    if (table?.length !== 0) continue;
    throw new PreflightError(
      'ERR_INPUT_EMPTY',
      `${table.side === 'app' ? 'The member list' : 'The SCIM directory'} has nobody, so nothing can be verified. Check that the export is whole.`,
    );
  }
}
