import type { Explanation } from '../explanation.ts';

export const losesAccess: Explanation = {
  brief: 'Owns an account, and has no active user in the new IdP',
  meaning: [
    'The person owns an account and has no new user, or an inactive one; or it is an account that nobody claims, in scim mode. In scim mode the account is deprovisioned when SCIM is switched back on.',
    "Without the app's list, every old user who is active may own an account, so all of them are counted.",
    'It closes the gate for whoever owns an account.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Missing from the new IdP (`missing-in-new`), or inactive there (`inactive-in-new`): leavers whom the old IdP still has as active, and people who were forgotten.',
    },
    { where: 'the app', how: 'Nobody on either side has the address of the account (`orphan-account`).' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Who stays: create or enable the new user, with exactly the old emails. Who has left: deactivate the old user.',
    },
    { where: 'the app', how: 'Remove accounts of people who have left, and export the member list again.' },
    {
      where: 'this check',
      how: 'With `--app`, only those count who really have an account. A budget of the config may allow a few, whom nobody has to look at one by one.',
    },
  ],
  example: {
    shows: 'Bob is in the old IdP only.',
    old: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,2,Bob Roe',
    ],
    new: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    report: [
      '1  keep their account (keeps-account)',
      '1  lose their account: no active user in the new IdP (loses-access)',
    ],
  },
  seeAlso: ['missing-in-new', 'inactive-in-new', 'orphan-account', 'coverage-low'],
};
