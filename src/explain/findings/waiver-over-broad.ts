import type { Explanation } from '../explanation.ts';

export const waiverOverBroad: Explanation = {
  brief: 'A waiver is about nobody in particular, and not applied',
  meaning: [
    'The waiver names a kind or an outcome and neither person, pattern nor file, or a pattern of nothing but wildcards: it would waive people whom nobody has looked at.',
    'Or it names somebody who takes over an account, or is unverified, by an address that another of them has as well.',
    'It is a warning, and the waiver is not applied there.',
  ],
  arises: [
    { where: 'this check', how: 'A waiver was written to get the gate open, not to record a decision about somebody.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Name the person, a pattern of addresses or, for a finding about an input, the file. Where a kind does not matter to you at all, change its severity in the policy instead, where it can be seen.',
    },
    {
      where: 'this check',
      how: 'Name whoever takes over an account or is unverified by an id, `employee-id:00123`, or an address that is theirs alone; or decide in the crosswalk who is whom.',
    },
  ],
  example: {
    shows: 'It would waive whoever is missing.',
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
      '    reason: leaves in February',
      '    owner: it@example.com',
      '    expires: 2026-02-28',
    ],
    report: [
      'warning  waiver-over-broad  1',
      '      The waiver “waiver-1” (leaves in February; it@example.com) is about nobody in particular, and is not applied where it is not.',
    ],
  },
  seeAlso: ['loses-access', 'unexpected-in-new'],
};
