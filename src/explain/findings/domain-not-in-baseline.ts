import type { Explanation } from '../explanation.ts';

export const domainNotInBaseline: Explanation = {
  brief: 'The new IdP sends a domain that nobody of the old one has',
  meaning: [
    'The new IdP sends an address at a domain that no user of the old IdP has, active or not. An app may refuse a domain that is not verified for your organisation, or treat the person as an outsider.',
    'It is a warning; where a config lists the domains that are verified with the app (verified-domains), one that is none of them is an error. Domains compare in their ASCII form and without case.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The company has a new name; people of a bought firm join; a subdomain is used on one side only.',
    },
    {
      where: 'Entra ID',
      how: 'Addresses at `onmicrosoft.com` are sent (`fallback-domain`), or guests (`guest-account`).',
    },
    { where: 'Google Workspace', how: 'People are at a secondary domain that the old IdP does not know.' },
    { where: 'Active Directory', how: 'The UPN suffix is that of the forest, such as `example.local`.' },
  ],
  fix: [
    { where: 'the app', how: 'Verify the domain with the app before the switch, if it should be used, and list it.' },
    {
      where: 'any IdP',
      how: 'If it should not, send the old addresses until the switch is over: a rename of the domain and a change of the IdP in one step make a second account for everybody.',
    },
  ],
  example: {
    shows: 'The company is about to change its name.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann@example.org,ann@example.org,1,Ann Lee'],
    report: [
      'warning  domain-not-in-baseline  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      No user of the old IdP has an address at the domain of ann@example.org.',
    ],
  },
  seeAlso: ['sso-email-mismatch', 'fallback-domain', 'unconfirmed-correlation'],
};
