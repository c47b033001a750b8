import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * Claude (Team, Enterprise, Console).
 *
 * @see https://support.claude.com/en/articles/13443687 on the exact match of both email attributes
 */
export const claude = {
  id: 'claude',
  title: 'Claude',
  compare: 'exact',
} as const satisfies ServiceProvider;

export const claudeFacts: ServiceProviderFacts = {
  signIn: 'the email of the assertion',
  scim: 'emails[primary or work].value, or userName',
  missed: { scim: 'a second account', jit: 'a second account', manual: 'refused, or a free personal account' },
  unpushed: 'deprovisioned once SCIM is on again',
  deviations: [],
  sources: [
    'https://support.claude.com/en/articles/13443687 (switching to a different identity provider)',
    'https://support.claude.com/en/articles/13917840 (Okta), 13917829 (Entra ID), 13917817 (Google Workspace): exact match of the strings',
  ],
};
