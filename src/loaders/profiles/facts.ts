// What is known of each export format, apart from what reading needs: a browser has no use for it.

import { adCsvdeFacts } from './ad-csvde.ts';
import { adGetAdUserFacts } from './ad-get-aduser.ts';
import { atlassianFacts } from './atlassian.ts';
import { auth0CsvFacts } from './auth0-csv.ts';
import { auth0JsonFacts } from './auth0-json.ts';
import { authentikFacts } from './authentik.ts';
import { awsIdentityStoreFacts } from './aws-identity-store.ts';
import { claudeMembersFacts } from './claude-members.ts';
import { duoApiFacts } from './duo-api.ts';
import { duoImportFacts } from './duo-import.ts';
import { entraGetAzureAdUserFacts } from './entra-get-azureaduser.ts';
import { entraGetMgUserFacts } from './entra-get-mguser.ts';
import { entraGraphFacts } from './entra-graph.ts';
import { entraPortalFacts } from './entra-portal.ts';
import { gamFacts } from './gam.ts';
import { gitHubFacts } from './github.ts';
import { googleAdminFacts } from './google-admin.ts';
import { googleDirectoryApiFacts } from './google-directory-api.ts';
import type { ProfileId } from './index.ts';
import { jumpCloudApiFacts } from './jumpcloud-api.ts';
import { jumpCloudPowerShellFacts } from './jumpcloud-powershell.ts';
import { keycloakFacts } from './keycloak.ts';
import { ldifFacts } from './ldif.ts';
import { m365AdminFacts } from './m365-admin.ts';
import { oktaApiAppUsersFacts } from './okta-api-app-users.ts';
import { oktaApiUsersFacts } from './okta-api-users.ts';
import { oktaCsvFacts } from './okta-csv.ts';
import { oktaCsvDirectoryFacts } from './okta-csv-directory.ts';
import { oktaPasswordHealthFacts } from './okta-password-health.ts';
import { oktaRockstarAppUsersFacts } from './okta-rockstar-app-users.ts';
import { oktaRockstarUsersFacts } from './okta-rockstar-users.ts';
import { oneLoginFacts } from './onelogin.ts';
import { pingOneFacts } from './pingone.ts';
import type { ProfileFacts } from './profile.ts';
import { scimFlattenedFacts } from './scim-flattened.ts';
import { scim2Facts } from './scim2.ts';
import { slackFacts } from './slack.ts';
import { workOsFacts } from './workos.ts';
import { zitadelFacts } from './zitadel.ts';

/** By the id of the format; of a table that anybody may have written nothing is known. */
export const PROFILE_FACTS: Readonly<Record<Exclude<ProfileId, 'generic'>, ProfileFacts>> = {
  'okta-csv-import-template': oktaCsvFacts,
  'okta-rockstar-users': oktaRockstarUsersFacts,
  'okta-rockstar-app-users': oktaRockstarAppUsersFacts,
  'okta-api-users': oktaApiUsersFacts,
  'okta-api-app-users': oktaApiAppUsersFacts,
  'okta-password-health-csv': oktaPasswordHealthFacts,
  'okta-csv-directory': oktaCsvDirectoryFacts,
  'entra-portal-download-users': entraPortalFacts,
  'm365-admin-export-users': m365AdminFacts,
  'entra-graph-users': entraGraphFacts,
  'entra-get-mguser-csv': entraGetMgUserFacts,
  'entra-get-azureaduser-csv': entraGetAzureAdUserFacts,
  'google-admin-download-users': googleAdminFacts,
  'google-directory-api-users': googleDirectoryApiFacts,
  'gam-print-users-csv': gamFacts,
  'onelogin-api-users': oneLoginFacts,
  'jumpcloud-api-systemusers': jumpCloudApiFacts,
  'jumpcloud-powershell-csv': jumpCloudPowerShellFacts,
  'pingone-api-users': pingOneFacts,
  'auth0-export-ndjson': auth0JsonFacts,
  'auth0-export-csv': auth0CsvFacts,
  'keycloak-realm-export': keycloakFacts,
  'ad-csvde': adCsvdeFacts,
  'ad-get-aduser-csv': adGetAdUserFacts,
  ldif: ldifFacts,
  'duo-import-csv': duoImportFacts,
  'duo-admin-api-users': duoApiFacts,
  'aws-identitystore-list-users': awsIdentityStoreFacts,
  'workos-directory-users': workOsFacts,
  'authentik-api-users': authentikFacts,
  'zitadel-users': zitadelFacts,
  'scim2-listresponse': scim2Facts,
  'scim-flattened-csv': scimFlattenedFacts,
  'claude-members-csv': claudeMembersFacts,
  'slack-members-csv': slackFacts,
  'github-license-usage-csv': gitHubFacts,
  'atlassian-export-users-csv': atlassianFacts,
};
