// The registry of export formats: how the columns of one are read as users.
// May use: model, email, header.ts. A new format is one file and one line here.
// May not: read files, pair people, or know what a finding is.
import { PreflightError } from '../../errors.ts';
import { unknownWord } from '../../nearest.ts';
import { headerKey, wholeKey } from '../header.ts';
import { adCsvde } from './ad-csvde.ts';
import { adGetAdUser } from './ad-get-aduser.ts';
import { claudeMembers } from './claude-members.ts';
import { entraGetAzureAdUser } from './entra-get-azureaduser.ts';
import { entraGetMgUser } from './entra-get-mguser.ts';
import { entraGraph } from './entra-graph.ts';
import { entraPortal } from './entra-portal.ts';
import { gam } from './gam.ts';
import { APP_COLUMNS, generic } from './generic.ts';
import { googleAdmin } from './google-admin.ts';
import { ldif } from './ldif.ts';
import { m365Admin } from './m365-admin.ts';
import { oktaApiAppUsers } from './okta-api-app-users.ts';
import { oktaApiUsers } from './okta-api-users.ts';
import { oktaCsv } from './okta-csv.ts';
import { oktaRockstarAppUsers } from './okta-rockstar-app-users.ts';
import { oktaRockstarUsers } from './okta-rockstar-users.ts';
import type { Profile } from './profile.ts';
import { scim2 } from './scim2.ts';

/** The last takes whatever the others leave. */
const PROFILES = [
  oktaCsv,
  oktaRockstarUsers,
  oktaRockstarAppUsers,
  oktaApiUsers,
  oktaApiAppUsers,
  entraPortal,
  m365Admin,
  entraGraph,
  entraGetMgUser,
  entraGetAzureAdUser,
  googleAdmin,
  gam,
  adCsvde,
  adGetAdUser,
  ldif,
  scim2,
  claudeMembers,
  generic,
] as const;

/**
 * An export format: how the columns of one are read as users. Which column is taken for the email that is sent, where
 * nobody says, follows Claude's setup guides (support articles 13917840 for Okta, 13917829 for Entra ID).
 */
export type ProfileId = (typeof PROFILES)[number]['id'];
export const PROFILE_IDS: readonly ProfileId[] = PROFILES.map((profile) => profile.id);

/**
 * The profile of that name.
 *
 * @throws PreflightError ERR_UNKNOWN_PROFILE
 */
export function profileById(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (found !== undefined) return found;
  throw new PreflightError('ERR_UNKNOWN_PROFILE', unknownWord('profile', id, PROFILE_IDS));
}

/** Whether a column of this name usually holds an address or the name of a user. */
export function isEmailHeader(text: string): boolean {
  const key = headerKey(text);
  if (APP_COLUMNS.email.some((name) => name === key)) return true;
  return PROFILES.some(({ columns }: Profile) =>
    [columns.sso, columns.scim, columns.username].some((names) => names?.some((name) => name.split('|').includes(key))),
  );
}

/**
 * The profile all of whose identifying columns are in the header; of several the one that names the most of them.
 *
 * @param format - of the file; `csv`, `json`, `ldif` or `xlsx`
 */
export function detectProfile(header: readonly string[], format = 'csv'): Profile {
  // Google's suffixes, such as “[Required]”, tell its header from any other.
  const keys = new Set(header.flatMap((text) => [headerKey(text), wholeKey(text)]));
  const isThere = (column: string) => column.split('|').some((key) => keys.has(key));
  let found: Profile = generic;
  for (const profile of PROFILES as readonly Profile[]) {
    if (profile.detect.length <= found.detect.length) continue;
    if (profile.format !== undefined && profile.format !== layoutOf(format)) continue;
    if (profile.detect.every(isThere)) found = profile;
  }
  return found;
}

/** What a format lays out as: a workbook is a table that was CSV, or could be. */
export function layoutOf(format: string): string {
  return format === 'xlsx' ? 'csv' : format;
}
