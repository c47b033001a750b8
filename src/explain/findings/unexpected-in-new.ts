import type { Explanation } from '../explanation.ts';

export const unexpectedInNew: Explanation = {
  brief: 'An active new user whom the old IdP does not have',
  meaning: [
    'No user of the old IdP was found for this active user of the new one. If they own no account and get one, that is a seat that nobody has today; or it is somebody from `missing-in-new` under another address.',
    'It is an error where several apps are checked and their old user is out of the scope of this one: somebody who has an account there today would get a second one.',
    'It is a warning otherwise.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'A joiner; a service, test or administrator account; or somebody whose address and ids differ on the two sides.',
    },
    {
      where: 'Entra ID',
      how: 'The export holds the whole tenant, with guests and synchronisation accounts, and not those who are assigned to the app.',
    },
    {
      where: 'Google Workspace',
      how: 'The app is on for everyone, or for an organisational unit with more people than had it.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'If it is somebody of the old IdP, make their ids or the address agree. If they should not have the app, take them out of its assignment.',
    },
    { where: 'Okta', how: 'Applications › Applications › the app › Assignments.' },
    {
      where: 'Entra ID',
      how: 'Enterprise apps › the app › Users and groups, and Properties › Assignment required: Yes. For SCIM, Provisioning › Settings › Scope: Sync only assigned users and groups.',
    },
    { where: 'Google Workspace', how: 'Apps › Web and mobile apps › the app › User access.' },
    {
      where: 'this check',
      how: 'Leave out whoever is not assigned: `--new-only COLUMN=GLOB`, `--new-exclude COLUMN=GLOB`. If the old user is out of the scope of an app, make its `only` and `exclude` agree on both sides; waive it for who gets the app for the first time.',
    },
  ],
  example: {
    shows: 'Bob is new.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,2,Bob Roe',
    ],
    report: [
      'warning  unexpected-in-new  1 person',
      '    Bob Roe <bob@example.com>  new.csv:3',
      '      No user of the old IdP was found for this one: it would be a seat that nobody has today.',
    ],
  },
  seeAlso: ['new-account', 'missing-in-new', 'possible-same-person', 'reactivated-in-new'],
};
