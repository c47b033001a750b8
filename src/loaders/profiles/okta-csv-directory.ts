import { generic } from './generic.ts';
import { OKTA_DEFAULTS } from './okta-defaults.ts';
import type { Profile, ProfileFacts } from './profile.ts';

// Its four columns are those of many lists, so that nothing is concluded from them but how they are read.
export const oktaCsvDirectory = {
  ...generic,
  id: 'okta-csv-directory',
  title: 'Okta CSV directory, or any other list of userName, firstName, lastName, email',
  source:
    'https://help.okta.com/oie/en-us/Content/Topics/Directory/csv-integration-configure-profile-attributes.htm (the unique identifier is a column of any name)',
  detect: ['username', 'firstname', 'lastname', 'email'],
  format: 'csv',
  isUsual: true,
} as const satisfies Profile;

export const oktaCsvDirectoryFacts: ProfileFacts = {
  ...OKTA_DEFAULTS,
  absent:
    'It has no status: whoever is in it was active at the source when it was written, whatever became of them in Okta. What an app is sent is not in it.',
};
