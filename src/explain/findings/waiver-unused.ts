import type { Explanation } from '../explanation.ts';

export const waiverUnused: Explanation = {
  brief: 'A waiver or a budget waived nothing',
  meaning: [
    'No finding and no outcome fits the waiver, or not all of its people and patterns: what it was written for was put right, or it does not name what it means. Of a budget, nobody has its outcome any more.',
    'It is a warning. A waiver that lies about may let something through later.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The finding is gone; or the kind, the person or the file is written in another way than in the report. The finding says which, and who may be meant.',
    },
  ],
  fix: [{ where: 'this check', how: 'Take it out, or copy kind and person from the report.' }],
  example: {
    shows: 'Bob is waived in a spelling that no export has.',
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
      '    person: Bob@example.com',
      '    reason: leaves in February',
      '    owner: it@example.com',
      '    expires: 2026-02-28',
    ],
    report: [
      'warning  waiver-unused  1',
      '      The waiver “waiver-1” (leaves in February; it@example.com) waived nothing: “Bob@example.com” (nobody is called that; did you mean “bob@example.com”?).',
    ],
  },
  seeAlso: ['loses-access', 'missing-in-new'],
};
