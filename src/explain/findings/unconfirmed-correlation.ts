import { DECIDE_IN_CROSSWALK, SET_EMPLOYEE_ID } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const unconfirmedCorrelation: Explanation = {
  brief: 'Paired by name and the part before the @ alone; confirm it',
  meaning: [
    'The two users have the same part before the @, at different domains, and full names that agree; nothing else says that they are one person.',
    'They are treated as a pair, so that the report can say what would happen, but two people can share all of that.',
    'It is an error until somebody has confirmed it.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The company was renamed or bought, all addresses moved to another domain, and the exports have no ids that agree.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Find out whether it is one person. If so, give both records an id that agrees; if not, give each an id of their own: different ids keep them apart. After a rename of the domain, ids for everybody settle all of these at once.',
    },
    ...SET_EMPLOYEE_ID,
    ...DECIDE_IN_CROSSWALK,
  ],
  example: {
    shows: 'The domain has changed, and there are no ids.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.org,ann@example.org,Ann Lee'],
    report: [
      'error    unconfirmed-correlation  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      Only the address before the @ and the name (“Ann Lee”, “Ann Lee”) say that these users are one person.',
      '      · old: Ann Lee <ann@example.com>  old.csv:2',
    ],
  },
  seeAlso: [
    'possible-same-person',
    'ambiguous-correlation',
    'domain-not-in-baseline',
    'sso-email-mismatch',
    'crosswalk-unknown',
  ],
};
