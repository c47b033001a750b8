import { WHOLE_EXPORT } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const roundCount: Explanation = {
  brief: 'A side has exactly as many records as a page of an export',
  meaning: [
    'A side has exactly 100, 200, 250, 500, 1,000, 2,000, 2,500, 5,000, … records, which are the sizes of pages and the limits of exports. It may be chance.',
    'It is a warning.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: '`Get-MgUser` without `-All` returns 100 users; a page of Microsoft Graph has 100 unless `$top` asks for more, up to 999.',
    },
    { where: 'Okta', how: 'A page of the API has 200 users at most.' },
    { where: 'Google Workspace', how: 'A page of the Directory API has 100 users, or up to 500.' },
    { where: 'Active Directory', how: 'An LDAP search without paging ends after 1,000 entries.' },
  ],
  fix: [
    {
      where: 'the export',
      how: 'Compare the number with the one that the console shows. If there are more, export all pages; they may be given as several files of one side, `--new page1.json --new page2.json`.',
    },
    ...WHOLE_EXPORT,
  ],
  example: {
    shows: 'One hundred people on the old side, one hundred and one on the new.',
    old: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,active'],
    new: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,active'],
    more: { old: 99, new: 100 },
    report: [
      'warning  round-count  1',
      '    old.csv',
      '      The old side has exactly 100 records: is it one page of a longer list?',
    ],
  },
  seeAlso: ['coverage-low', 'missing-in-new'],
};
