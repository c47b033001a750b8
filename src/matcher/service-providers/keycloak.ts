import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * Keycloak as a broker: its First Broker Login flow finds users by email.
 *
 * @see https://github.com/keycloak/keycloak services/src/main/java/org/keycloak/authentication/authenticators/broker/IdpCreateUserIfUniqueAuthenticator.java
 */
export const keycloak = {
  id: 'keycloak',
  title: 'Keycloak as a broker of another identity provider',
  compare: 'unicode-lower',
  assumes: [
    'the realm forbids duplicate emails, and everybody confirms the link, or the flow has Automatically Set Existing User',
  ],
} as const satisfies ServiceProvider;

export const keycloakFacts: ServiceProviderFacts = {
  signIn: 'alias and subject, which a new provider changes; then the email, then the username',
  scim: null,
  missed: { scim: null, jit: 'a new user', manual: 'refused, with Detect Existing Broker User' },
  unpushed: 'nothing: there is no SCIM',
  deviations: ['There is no SCIM: check with --mode jit or manual.'],
  sources: [
    'keycloak/keycloak services/…/authenticators/broker/IdpCreateUserIfUniqueAuthenticator.java, IdpDetectExistingBrokerUserAuthenticator.java; model/jpa/…/JpaUserProvider.java (email.toLowerCase)',
  ],
};
