import { OKTA_DEFAULTS } from './okta-defaults.ts';
import type { Profile, ProfileFacts } from './profile.ts';

/** The assignment's own, which may differ from the user's: its email, its user's, or the app's username. */
const EMAIL = ['profileemail', 'embeddeduserprofileemail', 'credentialsusername'] as const;

export const oktaApiAppUsers = {
  id: 'okta-api-app-users',
  title: 'Okta API, GET /api/v1/apps/{appId}/users',
  provider: 'Okta',
  source: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApplicationUsers/',
  detect: ['credentialsusername', 'scope', 'syncstate'],
  columns: {
    // Claude's guide for Okta (article 13917840): email, unless appuser.email overrides it.
    sso: EMAIL,
    scim: EMAIL,
    username: ['credentialsusername'],
    'employee-id': ['profileemployeenumber', 'embeddeduserprofileemployeenumber'],
    'external-id': ['externalid'],
    name: ['profiledisplayname'],
    status: ['status', 'embeddeduserstatus'],
  },
  givenName: ['profilefirstname', 'profilegivenname', 'embeddeduserprofilefirstname'],
  familyName: ['profilelastname', 'profilefamilyname', 'embeddeduserprofilelastname'],
  plausible: ['credentialsusername', 'profileemail', 'embeddeduserprofileemail', 'embeddeduserprofilelogin'],
  statusWords: {
    status: {
      implicit: 'active',
      matched: 'active',
      imported: 'active',
      approved: 'active',
      revoked: 'inactive',
      unassigned: 'inactive',
      pending: 'inactive',
    },
  },
  // The assignment stays active when its user is suspended.
  anyStatusDeactivates: true,
} as const satisfies Profile;

export const oktaApiAppUsersFacts: ProfileFacts = {
  ...OKTA_DEFAULTS,
  absent: 'Without `expand=user` it is not known whose user is suspended. Which keys a profile has depends on the app.',
};
