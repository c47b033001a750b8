import { NOT_GUESSED, SERVICE_PROVIDER_FACTS } from '../matcher/service-providers/facts.ts';
import { SERVICE_PROVIDERS, type ServiceProviderId } from '../matcher/service-providers/index.ts';
import type { ServiceProvider } from '../matcher/service-providers/service-provider.ts';

/**
 * What is known of one service provider, or of all: by what it finds accounts, what a missed link does, and where that
 * is documented.
 */
export function providersText(id: ServiceProviderId | undefined): string {
  const told = SERVICE_PROVIDERS.filter((provider) => id === undefined || provider.id === id).map(providerText);
  if (id !== undefined) return told.join('\n');
  const notGuessed = NOT_GUESSED.map(({ title, why, source }) => `  ${title}: ${why}.\n    ${source}\n`);
  return `${told.join('\n')}\nNot guessed: apps whose rule is not documented well enough to predict anything by\n${notGuessed.join('')}`;
}

function providerText(provider: ServiceProvider & { readonly id: ServiceProviderId }): string {
  const { id, title, compare, assumes = [] } = provider;
  const { signIn, scim, missed, unpushed, deviations, sources } = SERVICE_PROVIDER_FACTS[id];
  const lines = [
    `  compares      ${compare}`,
    `  sign-in       ${signIn}`,
    `  SCIM create   ${scim ?? 'there is no SCIM'}`,
    `  missed link   ${missed.scim === null ? '' : `SCIM create: ${missed.scim}; `}sign-in in jit mode: ${missed.jit}; otherwise: ${missed.manual}`,
    `  not pushed    ${unpushed}`,
    ...assumes.map((text) => `  assumes       ${text}`),
    ...deviations.map((text) => `  deviates      ${text}`),
    ...sources.map((text) => `  source        ${text}`),
  ];
  return `${id}: ${title}\n${lines.join('\n')}\n`;
}
