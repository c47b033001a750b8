import { COMPARE_POLICIES } from '../../email/compare.ts';
import { FINDINGS } from '../../findings/index.ts';
import { PROFILE_IDS } from '../../loaders/profiles/index.ts';
import { SERVICE_PROVIDER_IDS } from '../../matcher/service-providers/index.ts';
import { configSchema } from '../../model/config.ts';
import { REPORT_FORMATS } from '../writers/index.ts';

/** The schema of a config, with every name that the registries have. */
export const CONFIG_SCHEMA = configSchema({
  profiles: PROFILE_IDS,
  serviceProviders: SERVICE_PROVIDER_IDS,
  comparePolicies: COMPARE_POLICIES,
  reportFormats: REPORT_FORMATS,
  kinds: FINDINGS.map(({ kind }) => kind),
});
