import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * An app of which nothing is known but that it finds accounts by an address, compared in lower case.
 */
export const genericCaseInsensitive = {
  id: 'generic-case-insensitive',
  title: 'Any app that compares addresses in lower case',
  compare: 'unicode-lower',
  assumes: ['the app finds accounts by the address that is sent, and compares it in Unicode lower case'],
} as const satisfies ServiceProvider;

export const genericCaseInsensitiveFacts: ServiceProviderFacts = {
  signIn: 'the email of the assertion',
  scim: 'the email that is pushed',
  missed: { scim: 'a second account', jit: 'a second account', manual: 'refused' },
  unpushed: 'deprovisioned',
  deviations: [],
  sources: [
    'the model of accounts that all predictions are made by, with the comparison that most apps which fold case have; about no app in particular',
  ],
};
