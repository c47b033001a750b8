// The registry of service providers: what each compares accounts by.
// May use: email. A new service provider is one file and one line here.
// May not: pair people, or know what a finding is.
import { PreflightError } from '../../errors.ts';
import { unknownWord } from '../../nearest.ts';
import { authentik } from './authentik.ts';
import { betterAuth } from './better-auth.ts';
import { claude } from './claude.ts';
import { genericCaseInsensitive } from './generic-case-insensitive.ts';
import { genericExact } from './generic-exact.ts';
import { gitlabCom } from './gitlab-com.ts';
import { gitlabSelfManaged } from './gitlab-self-managed.ts';
import { grafana } from './grafana.ts';
import { keycloak } from './keycloak.ts';
import { n8n } from './n8n.ts';
import { polis } from './polis.ts';
import { sentry } from './sentry.ts';
import type { ServiceProvider } from './service-provider.ts';

export const SERVICE_PROVIDERS = [
  claude,
  genericExact,
  genericCaseInsensitive,
  polis,
  betterAuth,
  gitlabCom,
  gitlabSelfManaged,
  grafana,
  sentry,
  n8n,
  keycloak,
  authentik,
] as const;

/** A service provider whose behaviour at the switch can be predicted. */
export type ServiceProviderId = (typeof SERVICE_PROVIDERS)[number]['id'];
export const SERVICE_PROVIDER_IDS: readonly ServiceProviderId[] = SERVICE_PROVIDERS.map(({ id }) => id);

/**
 * The service provider of that name.
 *
 * @throws PreflightError ERR_UNKNOWN_SERVICE_PROVIDER
 */
export function serviceProviderById(id: string): ServiceProvider {
  const found = SERVICE_PROVIDERS.find((provider) => provider.id === id);
  if (found !== undefined) return found;
  throw new PreflightError('ERR_UNKNOWN_SERVICE_PROVIDER', unknownWord('service provider', id, SERVICE_PROVIDER_IDS));
}
