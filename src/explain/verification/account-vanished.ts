import type { Explanation } from '../explanation.ts';

export const accountVanished: Explanation = {
  brief: 'An account that was to stay is not on the list',
  meaning: [
    'Somebody had an account, was not predicted to lose it, and is not on the member list under any address of theirs. Whoever nobody predicted and has the same full name is named.',
    'It is an error, even of whoever was to get a second account and has none at all; an info where it was predicted that SCIM takes the account away, and that is waived. An account that was predicted to go says nothing.',
  ],
  arises: [
    {
      where: 'the app',
      how: 'The account was deprovisioned, since no SCIM user linked to it when provisioning was switched on again.',
    },
    { where: 'the export', how: 'The list is a page, of another organisation, or older than the switch.' },
  ],
  fix: [
    { where: 'the export', how: 'Export the whole list again, and compare its length with what the console shows.' },
    {
      where: 'the app',
      how: 'Have the account restored before it is deleted for good, and find out why nobody linked to it.',
    },
  ],
  example: null,
  seeAlso: ['loses-access', 'not-synced', 'coverage-low'],
};
