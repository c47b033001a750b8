import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * Sentry, where the person confirms that an account found by email is theirs.
 *
 * @see https://docs.sentry.io/organization/authentication/sso/
 */
export const sentry = {
  id: 'sentry',
  title: 'Sentry',
  compare: 'ascii-ci',
  assumes: ['everybody confirms the link at their first sign-in, by password or by the message that Sentry sends'],
} as const satisfies ServiceProvider;

export const sentryFacts: ServiceProviderFacts = {
  signIn: 'the identifier of the assertion, which a new provider changes; then the email, and the person confirms',
  scim: 'userName, which is the email',
  missed: {
    scim: 'an invitation to the new address',
    jit: 'a second account',
    manual: 'a second account: accounts are always made at sign-in',
  },
  unpushed: 'nothing; deleted or deactivated in the IdP, the membership is deleted',
  deviations: [
    'In scim and manual mode a sign-in without an account makes one, where a report says sign-in-blocked.',
    'Emails are compared by the database without regard to case: beyond ASCII that is more than ascii-ci.',
    'POST Members of an existing member answers 409; IdPs find them first by filter.',
  ],
  sources: [
    'https://docs.sentry.io/organization/authentication/sso/',
    'https://docs.sentry.io/organization/authentication/sso/okta-sso/okta-scim/',
    'getsentry/sentry src/sentry/auth/helper.py, src/sentry/auth/email.py, src/sentry/core/endpoints/scim/members.py',
  ],
};
