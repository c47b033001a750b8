import type { Config, ConfigDemands } from '../../model/config.ts';
import type { GatePolicy } from '../../model/policy.ts';

/** The part of a config, or of one of its apps, that is policy. */
export type ConfigPolicy = Pick<Config, 'severities' | 'waivers'> & ConfigDemands;

/** The same under the names that the gate has for it; undefined where there is none of it. */
export function configPolicy({
  severities,
  waivers,
  budgets,
  coverage,
  require,
  'verified-domains': verifiedDomains,
}: ConfigPolicy): GatePolicy | undefined {
  const given = {
    severities,
    waivers,
    budgets: budgets?.map(({ 'minimum-population': minimumPopulation, ...budget }) => ({
      ...budget,
      minimumPopulation,
    })),
    coverage,
    require,
    verifiedDomains,
  };
  return Object.values(given).every((part) => part === undefined) ? undefined : given;
}

/** What is policy of one app: what is said for all, and its own. Waivers and budgets are its own alone. */
export function policyOfApplication(all: ConfigPolicy, own: ConfigPolicy): ConfigPolicy {
  const severities = (all.severities ?? own.severities) ? { ...all.severities, ...own.severities } : undefined;
  const required = new Set([...(all.require ?? []), ...(own.require ?? [])]);
  return {
    severities,
    waivers: own.waivers,
    budgets: own.budgets,
    coverage: own.coverage ?? all.coverage,
    require: required.size === 0 ? undefined : [...required],
    'verified-domains': own['verified-domains'] ?? all['verified-domains'],
  };
}
