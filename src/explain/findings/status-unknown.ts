import type { Explanation } from '../explanation.ts';

export const statusUnknown: Explanation = {
  brief: 'A status says neither active nor inactive',
  meaning: [
    'The status column holds a word that is not known. Such a user counts as active on the old side and as inactive on the new one, which can only make the switch look less safe than it is.',
    'It is an error: who is active decides who owns an account and who arrives.',
  ],
  arises: [
    {
      where: 'the export',
      how: 'The column holds words of your own (`on leave`), another language, or dates; or the column that was taken says something else.',
    },
    { where: 'any IdP', how: 'A system that is not listed has states of its own.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Name the column that says who is active: `--old-map status=COLUMN`, `--new-map status=COLUMN`, `--app-map status=COLUMN`; `-` for COLUMN says that everybody is active.',
    },
    {
      where: 'the export',
      how: 'Or write `active` or `inactive` into it. Known are, among others, active, enabled, true, yes, 1, provisioned, password_expired, locked_out and recovery; inactive, disabled, false, no, 0, suspended, deprovisioned, staged, deleted and archived. Case does not matter.',
    },
  ],
  example: {
    shows: 'Ann counts as inactive until somebody says what `on leave` means.',
    old: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,active'],
    new: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,on leave'],
    report: [
      'error    status-unknown  1',
      '    new.csv:2',
      '      1 record has the status “on leave”, which is not known; taken as inactive.',
    ],
  },
  seeAlso: ['inactive-in-new', 'loses-access', 'coverage-low'],
};
