/** What Okta sends unless an app is set up otherwise; article 13917840 is Claude's guide. */
export const OKTA_DEFAULTS = {
  sso: 'NameID is the app username, which is the login unless another format is chosen; an email claim is `user.email`',
  scimUserName: 'the app username, by default the login',
  scimEmail: "the app user's email, mapped from `user.email`; the only entry, primary and of type work",
  defaultsSource:
    'https://github.com/okta/okta-sdk-nodejs oas-spec/management.yaml; https://support.claude.com/en/articles/13917840 (claims of OIDC not confirmed)',
} as const;
