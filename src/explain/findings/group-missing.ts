import type { Explanation } from '../explanation.ts';

export const groupMissing: Explanation = {
  brief: 'In a group of the old IdP, and in none of that name in the new one',
  meaning: [
    'Both exports have groups, and this person is in no group of the new IdP that has the name of one they are in today. Names compare without case and invisible characters, and of a distinguished name only its first part counts.',
    'If the app grants a role, a seat or a workspace by that group, the person loses it. It is a warning.',
  ],
  arises: [
    { where: 'any IdP', how: 'Groups were not carried over, or have other names in the new IdP.' },
    {
      where: 'Entra ID',
      how: 'The export has the object ids of groups, not their names. The groups are nested: only direct members of an assigned group are provisioned and get its access.',
    },
    { where: 'Google Workspace', how: 'What was a group is an organisational unit here.' },
    { where: 'this check', how: 'Another column than that of the groups was read.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'See by which groups the app grants anything. For those, put the person in the group of the new IdP that takes their place; for the others nothing is to be done.',
    },
    { where: 'Okta', how: 'Directory › Groups › the group › Assign people.' },
    { where: 'Entra ID', how: 'Groups › the group › Members › Add members.' },
    { where: 'Google Workspace', how: 'Directory › Groups › the group › Members › Add members.' },
    { where: 'Active Directory', how: '`Add-ADGroupMember -Identity Sales -Members ann`.' },
    {
      where: 'this check',
      how: 'Name the column, `--new-map groups=COLUMN`, or leave groups out: `--new-map groups=-`.',
    },
  ],
  example: {
    shows: 'Case does not matter, but Sales is gone.',
    old: ['sso,name,groups', 'ann@example.com,Ann Lee,Sales;Staff'],
    new: ['sso,name,groups', 'ann@example.com,Ann Lee,staff'],
    options: '--old-map sso=sso --new-map sso=sso --mode jit',
    report: [
      'warning  group-missing  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      In the new IdP this person is not in “Sales”.',
    ],
  },
  seeAlso: ['keeps-account'],
};
