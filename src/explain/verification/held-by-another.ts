import type { Explanation } from '../explanation.ts';

export const heldByAnother: Explanation = {
  brief: 'An account bears the name of somebody else',
  meaning: [
    'The account of somebody, or their user in the SCIM directory, has a name of which no part is in any name that the baseline has of them; different scripts are not compared. Who of the baseline has that full name is listed.',
    'It is an error where somebody else of the baseline has that full name, or the same list had another full name before; an info where what was predicted of the person is waived; else a warning, since a name may be made up.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Two people have each the address of the other, so that each signs in to the account of the other.',
    },
    {
      where: 'any IdP',
      how: 'An address was corrected between the export and the switch, and now is that of a namesake.',
    },
    { where: 'the app', how: 'Somebody has changed their whole name.' },
  ],
  fix: [
    { where: 'any IdP', how: 'See whose address it is, give each their own, and make a full sync.' },
    {
      where: 'the app',
      how: 'Ask the people concerned whose work they see, and tell whoever is responsible for its privacy.',
    },
  ],
  example: null,
  seeAlso: ['account-takeover', 'name-conflict', 'harm-predicted'],
};
