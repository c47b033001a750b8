import type { Explanation } from '../explanation.ts';

export const waiverExpired: Explanation = {
  brief: 'A waiver or a budget is past its date, and not applied',
  meaning: [
    'The waiver ended on a date that has passed, so what it waived stands again, and closes the gate if it is an error.',
    'A budget allows nobody from then on, even where it is a ceiling. It is a warning itself.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The switch came later than planned, or the waiver was meant for an earlier rehearsal.',
    },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Put right what was waived. If that is still not possible, look at the person again, and give the waiver or the budget a new date and the reason.',
    },
  ],
  example: {
    shows: 'Bob left later than the waiver says.',
    old: [
      'sso,scim,employee-id,name,status',
      'ann@example.com,ann@example.com,1,Ann Lee,active',
      'bob@example.com,bob@example.com,2,Bob Roe,active',
    ],
    new: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,active'],
    config: [
      'waivers:',
      '  - kind: missing-in-new',
      '    outcome: loses-access',
      '    person: bob@example.com',
      '    reason: leaves in February',
      '    owner: it@example.com',
      '    expires: 2025-11-30',
    ],
    report: [
      'warning  waiver-expired  1',
      '      The waiver “waiver-1” (leaves in February; it@example.com) held until 2025-11-30, and is not applied.',
    ],
  },
  seeAlso: ['loses-access', 'duplicate-account'],
};
