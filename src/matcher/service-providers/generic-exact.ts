import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * An app of which nothing is known but that it finds accounts by an address, compared exactly.
 */
export const genericExact = {
  id: 'generic-exact',
  title: 'Any app that compares addresses code point by code point',
  compare: 'exact',
  assumes: ['the app finds accounts by the address that is sent, and compares it exactly'],
} as const satisfies ServiceProvider;

export const genericExactFacts: ServiceProviderFacts = {
  signIn: 'the email of the assertion',
  scim: 'the email that is pushed',
  missed: { scim: 'a second account', jit: 'a second account', manual: 'refused' },
  unpushed: 'deprovisioned',
  deviations: [],
  sources: [
    'the model of accounts that all predictions are made by, with the strictest comparison; about no app in particular',
  ],
};
