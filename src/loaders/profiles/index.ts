// The registry of export formats: how the columns of one are read as users.
// May use: model, email, header.ts. A new format is one file and one line here.
// May not: read files, pair people, or know what a finding is.
import { PreflightError } from '../../errors.ts';
import { unknownWord } from '../../nearest.ts';
import { headerKey } from '../header.ts';
import { adCsvde } from './ad-csvde.ts';
import { adGetAdUser } from './ad-get-aduser.ts';
import { atlassian } from './atlassian.ts';
import { auth0Csv } from './auth0-csv.ts';
import { auth0Json } from './auth0-json.ts';
import { authentik } from './authentik.ts';
import { awsIdentityStore } from './aws-identity-store.ts';
import { claudeMembers } from './claude-members.ts';
import { duoApi } from './duo-api.ts';
import { duoImport } from './duo-import.ts';
import { entraGetAzureAdUser } from './entra-get-azureaduser.ts';
import { entraGetMgUser } from './entra-get-mguser.ts';
import { entraGraph } from './entra-graph.ts';
import { entraPortal } from './entra-portal.ts';
import { gam } from './gam.ts';
import { APP_COLUMNS, generic } from './generic.ts';
import { gitHub } from './github.ts';
import { googleAdmin } from './google-admin.ts';
import { googleDirectoryApi } from './google-directory-api.ts';
import { matchingRow, textsByKey } from './header-rows.ts';
import { jumpCloudApi } from './jumpcloud-api.ts';
import { jumpCloudPowerShell } from './jumpcloud-powershell.ts';
import { keycloak } from './keycloak.ts';
import { ldif } from './ldif.ts';
import { m365Admin } from './m365-admin.ts';
import { oktaApiAppUsers } from './okta-api-app-users.ts';
import { oktaApiUsers } from './okta-api-users.ts';
import { oktaCsv } from './okta-csv.ts';
import { oktaCsvDirectory } from './okta-csv-directory.ts';
import { oktaPasswordHealth } from './okta-password-health.ts';
import { oktaRockstarAppUsers } from './okta-rockstar-app-users.ts';
import { oktaRockstarUsers } from './okta-rockstar-users.ts';
import { oneLogin } from './onelogin.ts';
import { pingOne } from './pingone.ts';
import type { Profile } from './profile.ts';
import { scimFlattened } from './scim-flattened.ts';
import { scim2 } from './scim2.ts';
import { slack } from './slack.ts';
import { workOs } from './workos.ts';
import { zitadel } from './zitadel.ts';

/** The last takes whatever the others leave. */
const PROFILES = [
  oktaCsv,
  oktaRockstarUsers,
  oktaRockstarAppUsers,
  oktaApiUsers,
  oktaApiAppUsers,
  oktaPasswordHealth,
  oktaCsvDirectory,
  entraPortal,
  m365Admin,
  entraGraph,
  entraGetMgUser,
  entraGetAzureAdUser,
  googleAdmin,
  googleDirectoryApi,
  gam,
  oneLogin,
  jumpCloudApi,
  jumpCloudPowerShell,
  pingOne,
  auth0Json,
  auth0Csv,
  keycloak,
  adCsvde,
  adGetAdUser,
  ldif,
  duoImport,
  duoApi,
  awsIdentityStore,
  workOs,
  authentik,
  zitadel,
  scim2,
  scimFlattened,
  claudeMembers,
  slack,
  gitHub,
  atlassian,
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
 * The profile all of whose identifying columns are in the header; of several the one that names the most of them, but
 * one whose columns any table may have only where there is no other.
 *
 * @param format - of the file; `csv`, `json`, `ldif` or `xlsx`
 */
export function detectProfile(header: readonly string[], format = 'csv'): Profile {
  let found: Profile = generic;
  let named = 0;
  const usualTexts = textsByKey(header, generic);
  for (const profile of PROFILES as readonly Profile[]) {
    if (profile.format !== undefined && profile.format !== layoutOf(format)) continue;
    if (profile.isUsual === true && found.isUsual !== true) continue;
    const texts = profile.otherNames === undefined ? usualTexts : textsByKey(header, profile);
    const columns = matchingRow(profile, texts)?.length ?? 0;
    const isPreferred = found.isUsual === true && profile.isUsual !== true;
    if (columns === 0 || (columns <= named && !isPreferred)) continue;
    found = profile;
    named = columns;
  }
  return found;
}

/** What a format lays out as: a workbook is a table that was CSV, or could be. */
export function layoutOf(format: string): string {
  return format === 'xlsx' ? 'csv' : format;
}
