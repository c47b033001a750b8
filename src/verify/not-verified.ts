import type { Baseline } from './baseline.ts';
import type { VerifiedTables } from './tables.ts';

/** What no list that was given can tell, a sentence each. */
export function notVerified(
  { mode, summary }: Baseline,
  { app, scim, next, suspended }: VerifiedTables,
  hasGroups: boolean,
): string[] {
  return [
    ...(app === null
      ? [
          'Which accounts exist, and whether there are second ones: give the member list of after the switch with --app.',
        ]
      : []),
    ...(scim === null && mode === 'scim'
      ? ['Who arrived in the SCIM directory: give an export of it with --scim.']
      : []),
    ...(scim !== null && next === null
      ? ['Groups: give the export of the new IdP that the baseline was made from with --new.']
      : []),
    ...(scim !== null && next !== null && !hasGroups
      ? ['Groups: the SCIM directory does not say who is in which; name its column with --scim-map groups=COLUMN.']
      : []),
    ...(summary.listed || app === null
      ? []
      : ['Which accounts were there before: the baseline was made without the member list.']),
    ...(app === null || suspended !== undefined
      ? []
      : [
          'Whether an account is suspended: the member list has no column that says so; name one with --app-map status=COLUMN.',
        ]),
    'Whether people can sign in: no list tells. Ask some of them to.',
  ];
}
