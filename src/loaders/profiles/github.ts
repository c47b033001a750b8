import type { Profile, ProfileFacts } from './profile.ts';

export const gitHub = {
  id: 'github-license-usage-csv',
  title: 'GitHub Enterprise Cloud, licence usage (CSV, or consumed-licenses of the API)',
  source:
    'https://docs.github.com/en/enterprise-cloud@latest/billing/reference/license-reports (names as documented; their order in a file not seen)',
  detect: ['githubcomlogin', 'githubcomuser|githubcomsamlnameid|licensetype'],
  side: 'app',
  columns: {
    // The NameID that GitHub has linked: by it, and not by an address of the account, people are found again.
    sso: ['githubcomsamlnameid'],
    scim: ['githubcomsamlnameid'],
    username: ['githubcomlogin'],
    name: ['githubcomname'],
    status: ['githubcomuser'],
  },
  givenName: [],
  familyName: [],
  plausible: [],
  // Whoever has a licence for a server of their own, or with a subscription, alone has no account here.
  statusWords: { githubcomuser: { true: 'active', false: 'inactive' } },
  withoutEmail:
    'Its github_com_saml_name_id is missing: it is filled for enterprises and organisations with SAML. github_com_verified_domain_emails is nothing that GitHub finds people by.',
} as const satisfies Profile;

export const gitHubFacts: ProfileFacts = {
  sso: 'towards GitHub: github_com_saml_name_id is the NameID that it has linked, as a rule the email, but any lasting id may be one',
  scimUserName: 'towards GitHub: userName has to equal the NameID that is stored',
  scimEmail: 'not in the report; github_com_verified_domain_emails are addresses in verified domains',
  defaultsSource:
    'https://docs.github.com/en/enterprise-cloud@latest/organizations/managing-membership-in-your-organization/exporting-member-information-for-your-organization; https://github.com/github/docs',
  absent:
    'Whoever has no NameID has not linked an account yet, and has one. The report has no status: who is suspended is not in it.',
};
