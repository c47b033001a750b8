import type { ComparePolicy } from '../email/compare.ts';
import { SERVICE_PROVIDER_IDS, type ServiceProviderId } from '../matcher/service-providers/index.ts';
import type { Config, ConfigApplication, ConfigApplicationSide } from '../model/config.ts';
import type { Mode } from '../model/reconciliation.ts';
import type { ApplicationSide, CheckApplication } from '../node/check-applications.ts';
import { policyOfApplication } from '../node/config/config-policy.ts';
import { oneOf, pairOf, usage, type Values } from './arguments.ts';
import { policyOf } from './merge-config.ts';

/** What a config says for each app must not be said for all of them, or for one that is not named. */
const OF_ONE_APP = ['app', 'app-profile', 'app-map', 'service-provider', 'mode', 'compare'] as const;

/** What all apps have in common where they do not say otherwise. */
export interface ForAllApplications {
  readonly mode: Mode | undefined;
  readonly compare: ComparePolicy | undefined;
  /** Files of both sides, as the user named them. */
  readonly files: readonly unknown[];
}

/**
 * The apps that the switch hits, by a config that lists them or a repeated `--service-provider`; null where it is one.
 *
 * @param flags - the command line alone
 * @param values - what it says together with the config
 * @throws PreflightError ERR_USAGE, ERR_UNKNOWN_SERVICE_PROVIDER
 */
export function applicationsOf(
  flags: Values,
  values: Values,
  config: Config,
  forAll: ForAllApplications,
): CheckApplication[] | null {
  const ids = (values['service-provider'] ?? []).map((id) => providerOf(id));
  if (config.applications !== undefined) {
    const stray = OF_ONE_APP.find((flag) => flags[flag] !== undefined);
    if (stray !== undefined) throw usage(`--${stray} is about one app, and the config lists several: say it there.`);
    return config.applications.map((application) => fromConfig(application, ids[0], config, forAll));
  }
  return ids.length < 2 ? null : fromFlags(ids, values, config, forAll);
}

/** @throws PreflightError ERR_UNKNOWN_SERVICE_PROVIDER */
export function providerOf(id: string): ServiceProviderId {
  return oneOf(SERVICE_PROVIDER_IDS, id, 'ERR_UNKNOWN_SERVICE_PROVIDER', 'service provider') ?? 'claude';
}

function fromFlags(
  ids: readonly ServiceProviderId[],
  values: Values,
  config: Config,
  { mode }: ForAllApplications,
): CheckApplication[] {
  const stray = (['app', 'compare'] as const).find((flag) => values[flag] !== undefined);
  if (stray !== undefined) {
    throw usage(`--${stray} is about one app, and several are named: list them under "applications" of a --config.`);
  }
  if (config.budgets !== undefined) {
    throw usage('Budgets are about one app, and several are named: list them under "applications" of the config.');
  }
  if (config.waivers !== undefined) {
    throw usage('Waivers are about one app, and several are named: list them under "applications" of the config.');
  }
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw usage(`--service-provider ${twice} is given twice.`);
  const policy = policyOf(policyOfApplication(config, {}), []);
  return ids.map((id) => ({
    name: id,
    serviceProvider: id,
    ...(mode === undefined ? {} : { mode }),
    ...(policy === undefined ? {} : { policy }),
  }));
}

function fromConfig(
  application: ConfigApplication,
  usualProvider: ServiceProviderId | undefined,
  config: Config,
  forAll: ForAllApplications,
): CheckApplication {
  const { name, app } = application;
  const id = application['service-provider'];
  const serviceProvider = id === undefined ? usualProvider : providerOf(id);
  const mode = application.mode ?? forAll.mode;
  const compare = (application.compare as ComparePolicy | undefined) ?? forAll.compare;
  const files = app?.files === undefined ? [] : [app.files].flat();
  const policy = policyOf(policyOfApplication(config, application), [...forAll.files, ...files]);
  if (app !== undefined && files.length === 0) throw usage(`The list of ${name} has no "files".`);
  return {
    name,
    ...(serviceProvider === undefined ? {} : { serviceProvider }),
    ...(mode === undefined ? {} : { mode }),
    ...(compare === undefined ? {} : { compare }),
    ...(files.length === 0 ? {} : { app: { ...app, files } as NonNullable<CheckApplication['app']> }),
    ...(application.old === undefined ? {} : { old: sideOf('old', application.old) }),
    ...(application.new === undefined ? {} : { new: sideOf('new', application.new) }),
    ...(policy === undefined ? {} : { policy }),
  };
}

function sideOf(side: 'old' | 'new', { map, only, exclude }: ConfigApplicationSide): ApplicationSide {
  const rules = (said: ConfigApplicationSide['only'], flag: string) =>
    [said ?? []].flat().map((entry) => {
      const [column, glob] = pairOf(entry, `${side}: ${flag}`, 'COLUMN=GLOB, such as department=Sales*');
      return { column, glob };
    });
  return {
    ...(map === undefined ? {} : { map: map as NonNullable<ApplicationSide['map']> }),
    ...(only === undefined && exclude === undefined
      ? {}
      : { scope: { only: rules(only, 'only'), exclude: rules(exclude, 'exclude') } }),
  };
}
