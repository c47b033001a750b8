import { resolve } from 'node:path';
import type { Config } from '../model/config.ts';
import type { GatePolicy } from '../model/policy.ts';
import { type ConfigPolicy, configPolicy } from '../node/config/config-policy.ts';
import type { Values } from './arguments.ts';

type Side = 'old' | 'new' | 'app';

/**
 * What a command line and its config say together, as a command line. A flag wins: files and scope rules replace those of
 * the config, maps do so key by key.
 */
export function mergeConfig(values: Values, config: Config): Values {
  const { $schema, old, new: next, app, report, severities, waivers, applications, ...others } = config;
  const { budgets, coverage, require, 'verified-domains': _, ...rest } = others;
  const provider = rest['service-provider'];
  return {
    ...defined({ ...rest, 'service-provider': provider === undefined ? undefined : [provider] }),
    ...(report === undefined ? {} : { report: [report].flat() }),
    ...sideValues('old', old),
    ...sideValues('new', next),
    ...sideValues('app', app),
    ...readingValues('sheet', values, config),
    ...readingValues('encoding', values, config),
    ...defined({ ...values, sheet: undefined, encoding: undefined }),
    ...mapValues('old', values, old),
    ...mapValues('new', values, next),
    ...mapValues('app', values, app),
  };
}

/**
 * The policy of a config; undefined where it has none.
 *
 * @param files - the files that are read: a waiver that names one of them by another path is about it all the same
 */
export function policyOf(said: ConfigPolicy, files: readonly unknown[]): GatePolicy | undefined {
  const policy = configPolicy(said);
  if (policy === undefined) return undefined;
  const { severities, waivers, ...rest } = policy;
  const named = new Map(
    files.flatMap((file) => (typeof file === 'string' && file !== '-' ? [[resolve(file), file] as const] : [])),
  );
  return {
    ...defined(rest),
    ...(severities === undefined ? {} : { severities: defined(severities) }),
    ...(waivers === undefined
      ? {}
      : {
          waivers: waivers.map((waiver) =>
            waiver.file === undefined ? waiver : { ...waiver, file: named.get(resolve(waiver.file)) ?? waiver.file },
          ),
        }),
  };
}

/** What the config says of one list, but for its map. */
function sideValues(side: Side, said: NonNullable<Config['old']> | undefined): Values {
  const { files, profile, only, exclude } = said ?? {};
  return {
    ...(files === undefined ? {} : { [side]: [files].flat() }),
    ...(profile === undefined ? {} : { [`${side}-profile`]: profile }),
    ...(only === undefined ? {} : { [`${side}-only`]: [only].flat() }),
    ...(exclude === undefined ? {} : { [`${side}-exclude`]: [exclude].flat() }),
  };
}

/** What the config says of a side, unless a flag says it of that side or of all, and what the flags say. */
function readingValues(flag: 'sheet' | 'encoding', values: Values, config: Config): Values {
  const flags = values[flag] ?? [];
  const isSaid = (side: Side) =>
    flags.some((entry) => entry.startsWith(`${side}=`) || !/^(?:old|new|app)=/.test(entry));
  const rest = (['old', 'new', 'app'] as const).flatMap((side) => {
    const name = config[side]?.[flag];
    return name === undefined || isSaid(side) ? [] : [`${side}=${name}`];
  });
  const all = [...rest, ...flags];
  return all.length === 0 ? {} : { [flag]: all };
}

/** The map of the config, without the keys that a flag maps, and what the flags map. */
function mapValues(
  side: Side,
  values: Values,
  said: { readonly map?: Readonly<Record<string, string | undefined>> | undefined } | undefined,
): Values {
  const flags = values[`${side}-map`] ?? [];
  const mapped = new Set(flags.map((entry) => entry.slice(0, entry.indexOf('='))));
  const rest = Object.entries(said?.map ?? {}).flatMap(([key, column]) =>
    column === undefined || mapped.has(key) ? [] : [`${key}=${column}`],
  );
  const all = [...rest, ...flags];
  return all.length === 0 ? {} : { [`${side}-map`]: all };
}

/** Without the keys that say nothing. */
function defined<T extends object>(given: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [key in keyof T]: Exclude<T[key], undefined>;
  };
}
