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
    refuseOverruled(flags, config.applications);
    return config.applications.map((application) => fromConfig(application, ids[0], config, forAll));
  }
  return ids.length < 2 ? null : fromFlags(ids, values, config, forAll);
}

/** A flag wins over the config; over what it says of one app, it would win at all of them. */
function refuseOverruled(flags: Values, applications: readonly ConfigApplication[]): void {
  for (const side of ['old', 'new'] as const) {
    for (const entry of flags[`${side}-map`] ?? []) {
      const key = entry.slice(0, entry.indexOf('='));
      const own = applications.find(({ [side]: said }) => said?.map !== undefined && Object.hasOwn(said.map, key));
      if (own !== undefined) {
        throw usage(`--${side}-map ${key} would not count for ${own.name}, of which the config says it: say it there.`);
      }
    }
  }
}

/**
 * What is about one app is no flag where the config lists several.
 *
 * @throws PreflightError ERR_USAGE
 */
export function refuseOfOneApp(flags: Values, { applications }: Config): void {
  const stray = applications === undefined ? undefined : OF_ONE_APP.find((flag) => flags[flag] !== undefined);
  if (stray !== undefined) throw usage(`--${stray} is about one app, and the config lists several: say it there.`);
}

/** What a message about an app says of flags, as it is said under the name of the app in a config. */
export function inConfigWords(message: string): string {
  return message
    .replace(/--(old|new)-map (sso|scim|groups)(?:=(COLUMN|-))?/g, (_, side, key, column = 'COLUMN') =>
      underIt(`${side}: { map: { ${key}: ${column === '-' ? '"-"' : column} } }`),
    )
    .replace(/--app-map ([a-z]+)(?:=(COLUMN|-))?/g, (_, key, column = 'COLUMN') =>
      underIt(`app: { map: { ${key}: ${column === '-' ? '"-"' : column} } }`),
    )
    .replace(/--mode (\w+)/g, (_, mode) => underIt(`mode: ${mode}`));
}

function underIt(entry: string): string {
  return `“${entry}” under it`;
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
