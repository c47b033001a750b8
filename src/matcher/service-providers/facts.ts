// What is known of each service provider, apart from what predictions need: a browser has no use for it.
import { authentikFacts } from './authentik.ts';
import { betterAuthFacts } from './better-auth.ts';
import { claudeFacts } from './claude.ts';
import { genericCaseInsensitiveFacts } from './generic-case-insensitive.ts';
import { genericExactFacts } from './generic-exact.ts';
import { gitlabComFacts } from './gitlab-com.ts';
import { gitlabSelfManagedFacts } from './gitlab-self-managed.ts';
import { grafanaFacts } from './grafana.ts';
import type { ServiceProviderId } from './index.ts';
import { keycloakFacts } from './keycloak.ts';
import { n8nFacts } from './n8n.ts';
import { polisFacts } from './polis.ts';
import { sentryFacts } from './sentry.ts';
import type { ServiceProviderFacts } from './service-provider.ts';

/** By the id of the service provider. */
export const SERVICE_PROVIDER_FACTS: Readonly<Record<ServiceProviderId, ServiceProviderFacts>> = {
  claude: claudeFacts,
  'generic-exact': genericExactFacts,
  'generic-case-insensitive': genericCaseInsensitiveFacts,
  polis: polisFacts,
  'better-auth': betterAuthFacts,
  'gitlab-com': gitlabComFacts,
  'gitlab-self-managed': gitlabSelfManagedFacts,
  grafana: grafanaFacts,
  sentry: sentryFacts,
  n8n: n8nFacts,
  keycloak: keycloakFacts,
  authentik: authentikFacts,
};

/** Apps that were looked at, and whose rule is not documented well enough to predict anything by. */
export const NOT_GUESSED: readonly { readonly title: string; readonly why: string; readonly source: string }[] = [
  {
    title: 'GitHub Enterprise Managed Users',
    why: 'goes by the SCIM userName in a normal form of its own, without the domain, and never by email; a column of that can be compared with the app `generic-exact`, but its rule is not modelled',
    source:
      'https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/reconfiguring-iam-for-enterprise-managed-users/migrating-your-enterprise-to-a-new-identity-provider-or-tenant',
  },
  {
    title: 'Slack',
    why: 'binds by email at the first sign-in through a new provider; how it compares addresses, and what a SCIM create does where the email exists, is not documented',
    source: 'https://slack.com/help/articles/360001845787-Change-your-single-sign-on-provider',
  },
  {
    title: 'Atlassian',
    why: 'links SCIM users to accounts by their work email; how it compares addresses is not documented',
    source:
      'https://support.atlassian.com/atlassian-cloud/kb/configure-atlassian-guard-saml-single-sign-on-and-user-provisioning-for-customer-accounts/',
  },
  {
    title: 'Zoom',
    why: 'goes by the Employee Unique ID where it is mapped, then by email; how it compares addresses, and what SCIM does with one that exists, is not documented',
    source: 'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0060306',
  },
];
