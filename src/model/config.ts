import * as z from 'zod/mini';
import { SEVERITIES, type Severity } from './finding.ts';
import { APP_MAP_KEYS, type AppMapKey, MAP_KEYS, type MapKey } from './input.ts';
import {
  type Budget,
  budgetShape,
  coverageSchema,
  type GatePolicy,
  minimumPopulationSchema,
  oneOrMore,
  requireSchema,
  verifiedDomainsSchema,
  type Waiver,
  waiverSchema,
} from './policy.ts';
import { MODES, type Mode } from './reconciliation.ts';

/** The exports of one IdP, as `--old` or `--new` and their flags say it. */
export interface ConfigSide {
  /** Paths from the folder of the config; `-` is standard input. */
  readonly files?: string | readonly string[] | undefined;
  /** The export format, one of `ProfileId`. */
  readonly profile?: string | undefined;
  /** The sheet of a workbook that is read. */
  readonly sheet?: string | undefined;
  /** What the files are written in. */
  readonly encoding?: string | undefined;
  /** Which column holds what: header text, or `-` for *not sent*. */
  readonly map?: { readonly [key in MapKey]?: string | undefined } | undefined;
  /** Who is in scope, as `COLUMN=GLOB`. */
  readonly only?: string | readonly string[] | undefined;
  /** Who is left out, as `COLUMN=GLOB`. */
  readonly exclude?: string | readonly string[] | undefined;
}

/** The service provider's own list, as `--app` and its flags say it. */
export interface ConfigApp {
  /** Paths from the folder of the config; `-` is standard input. */
  readonly files?: string | readonly string[] | undefined;
  /** The export format, one of `ProfileId`. */
  readonly profile?: string | undefined;
  /** The sheet of a workbook that is read. */
  readonly sheet?: string | undefined;
  /** What the files are written in. */
  readonly encoding?: string | undefined;
  /** Which column holds what: header text. */
  readonly map?: { readonly [key in AppMapKey]?: string | undefined } | undefined;
}

/** What an app may be sent of its own. What pairs people is one for all apps: it is mapped where the side is. */
export const APPLICATION_MAP_KEYS = [
  /** Email asserted at sign-in. */
  'sso',
  /** Email pushed by SCIM. */
  'scim',
  /** Groups that it sees. */
  'groups',
] as const;
/** What an app may be sent of its own. */
export type ApplicationMapKey = (typeof APPLICATION_MAP_KEYS)[number];

/** What one app is sent, and who of those in scope of a side is in scope of it; left out: as the side says. */
export interface ConfigApplicationSide extends Pick<ConfigSide, 'only' | 'exclude'> {
  readonly map?: { readonly [key in ApplicationMapKey]?: string | undefined } | undefined;
}

/** A budget, its names as a config has them. */
export interface ConfigBudget extends Omit<Budget, 'minimumPopulation'> {
  readonly 'minimum-population'?: number | undefined;
}

/** What a policy demands and allows beyond severities and waivers. */
export interface ConfigDemands {
  /** To how many people an outcome may happen. Of several apps, each has its own. */
  readonly budgets?: readonly ConfigBudget[] | undefined;
  /** Which share `coverage-low` asks for, in percent. What an app says replaces what is said for all. */
  readonly coverage?: GatePolicy['coverage'];
  /** What has to be there. What is required of all apps is required of each, besides its own. */
  readonly require?: GatePolicy['require'];
  /** The domains that are verified with the app. What an app says replaces what is said for all. */
  readonly 'verified-domains'?: GatePolicy['verifiedDomains'];
}

/** One of several apps that the switch hits. What it leaves out is as the config says for all. */
export interface ConfigApplication extends ConfigDemands {
  /** How reports call it. */
  readonly name: string;
  readonly 'service-provider'?: string | undefined;
  readonly mode?: Mode | undefined;
  readonly compare?: string | undefined;
  /** Its own member list. */
  readonly app?: ConfigApp | undefined;
  readonly old?: ConfigApplicationSide | undefined;
  readonly new?: ConfigApplicationSide | undefined;
  /** Severities by kind of finding, in place of those for all apps. */
  readonly severities?: Config['severities'];
  /** What is waived at this app. */
  readonly waivers?: Config['waivers'];
}

/** A config file: what the flags of `check` say, under their names, and the policy of the gate. Flags win. */
export interface Config extends ConfigDemands {
  /** For editors: where the JSON Schema of a config is. */
  readonly $schema?: string | undefined;
  readonly old?: ConfigSide | undefined;
  readonly new?: ConfigSide | undefined;
  readonly app?: ConfigApp | undefined;
  readonly mode?: Mode | undefined;
  readonly 'service-provider'?: string | undefined;
  readonly compare?: string | undefined;
  /** Path from the folder of the config. */
  readonly crosswalk?: string | undefined;
  /** Path from the folder of the config. */
  readonly 'crosswalk-template'?: string | undefined;
  /** As `FORMAT` or `FORMAT=FILE`, the file from the folder of the config. */
  readonly report?: string | readonly string[] | undefined;
  readonly all?: boolean | undefined;
  /** The apps that the switch hits, where they are several: then each has its own member list and waivers. */
  readonly applications?: readonly ConfigApplication[] | undefined;
  /** Severities by kind of finding, in place of the usual ones. */
  readonly severities?: { readonly [kind in string]?: Severity | undefined } | undefined;
  /** What is waived. A `file` is a path from the folder of the config. */
  readonly waivers?: readonly Waiver[] | undefined;
}

/** The names that a config may use, which are those of the registries. */
export interface ConfigVocabulary {
  readonly profiles: readonly string[];
  readonly serviceProviders: readonly string[];
  readonly comparePolicies: readonly string[];
  readonly reportFormats: readonly string[];
  readonly kinds: readonly string[];
}

/** The schema of a config. `schema/config.schema.json` is made from it. */
export function configSchema(vocabulary: ConfigVocabulary) {
  const filled = z.string().check(z.regex(/\S/));
  const files = z.optional(oneOrMore(z.string().check(z.minLength(1))));
  const profile = z.optional(z.enum(vocabulary.profiles));
  const rules = z.optional(oneOrMore(z.string().check(z.regex(/^[^=]+=/))));
  const format = vocabulary.reportFormats.join('|');
  const scope = { only: rules, exclude: rules };
  const map = z.optional(z.strictObject(optionals(MAP_KEYS, filled)));
  const reading = { files, profile, sheet: z.optional(filled), encoding: z.optional(filled) };
  const side = z.optional(z.strictObject({ ...reading, map, ...scope }));
  const kind = z.enum(vocabulary.kinds);
  const perApp = {
    app: z.optional(z.strictObject({ ...reading, map: z.optional(z.strictObject(optionals(APP_MAP_KEYS, filled))) })),
    mode: z.optional(z.enum(MODES)),
    'service-provider': z.optional(z.enum(vocabulary.serviceProviders)),
    compare: z.optional(z.enum(vocabulary.comparePolicies)),
    severities: z.optional(z.strictObject(optionals(vocabulary.kinds, z.enum(SEVERITIES)))),
    waivers: z.optional(z.array(z.extend(waiverSchema, { kind: z.optional(oneOrMore(kind)) }))),
    budgets: z.optional(z.array(z.strictObject({ ...budgetShape, 'minimum-population': minimumPopulationSchema }))),
    coverage: coverageSchema,
    require: requireSchema,
    'verified-domains': verifiedDomainsSchema,
  };
  const ofApplication = z.optional(
    z.strictObject({ map: z.optional(z.strictObject(optionals(APPLICATION_MAP_KEYS, filled))), ...scope }),
  );
  return z.strictObject({
    $schema: z.optional(z.string()),
    old: side,
    new: side,
    ...perApp,
    crosswalk: z.optional(filled),
    'crosswalk-template': z.optional(filled),
    report: z.optional(oneOrMore(z.string().check(z.regex(new RegExp(`^(?:${format})(?:=.+)?$`))))),
    all: z.optional(z.boolean()),
    applications: z.optional(
      z
        .array(z.strictObject({ name: filled, ...perApp, old: ofApplication, new: ofApplication }))
        .check(z.minLength(1)),
    ),
  });
}

function optionals<Key extends string, Value extends z.ZodMiniType>(keys: readonly Key[], value: Value) {
  return Object.fromEntries(keys.map((key) => [key, z.optional(value)])) as {
    [key in Key]: z.ZodMiniOptional<Value>;
  };
}
