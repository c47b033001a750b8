import type { Explanation } from '../explanation.ts';

export const tombstone: Explanation = {
  brief: 'The address is the name of a deleted Entra user',
  meaning: [
    'The address begins with 32 hexadecimal digits before the old name: that is what Entra ID makes of the user principal name of a user in its recycle bin, so that the name is free again.',
    'It is a warning: somebody who counts as active was deleted.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: 'The export was made of deleted users too: `Get-MgDirectoryDeletedItemAsUser`, or `/directory/deletedItems` of Microsoft Graph. A deleted user stays there for 30 days.',
    },
    {
      where: 'the export',
      how: 'A user was exported, or copied into another system, between the deletion and its end.',
    },
  ],
  fix: [
    {
      where: 'Entra ID',
      how: 'If the person is still needed: Users › Deleted users › the user › Restore user, or `Restore-MgDirectoryDeletedItem -DirectoryObjectId ID`.',
    },
    {
      where: 'the export',
      how: 'If not, leave deleted users out: export with `Get-MgUser -All`, or use `--new-exclude`.',
    },
  ],
  example: {
    shows: 'Ann was deleted by mistake.',
    old: ['sso,employee-id,name', 'ann@example.com,1,Ann Lee'],
    new: ['sso,employee-id,name', '7d0c3b1e5a424c0e9f110000000000a1ann@example.com,1,Ann Lee'],
    options: '--old-map sso=sso --new-map sso=sso --mode jit',
    report: [
      'warning  tombstone  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      7d0c3b1e5a424c0e9f110000000000a1ann@example.com is the name of a deleted user: 32 hexadecimal digits stand before the old one.',
    ],
  },
  seeAlso: ['missing-in-new', 'sso-email-mismatch'],
};
