import { COMPARE_POLICIES, type ComparePolicy } from '../email/compare.ts';
import { PROFILE_IDS, type ProfileId } from '../loaders/profiles/index.ts';
import type { ServiceProviderId } from '../matcher/service-providers/index.ts';
import type { Config } from '../model/config.ts';
import { APP_MAP_KEYS, MAP_KEYS } from '../model/input.ts';
import type { GatePolicy } from '../model/policy.ts';
import { MODES, type Mode } from '../model/reconciliation.ts';
import type { Side } from '../model/user.ts';
import type { CheckApp, CheckSide } from '../node/check.ts';
import type { CheckApplication } from '../node/check-applications.ts';
import { REPORT_FORMATS, type ReportFormat } from '../node/writers/index.ts';
import { applicationsOf, providerOf, refuseOfOneApp } from './application-options.ts';
import { oneOf, pairOf, usage, type Values } from './arguments.ts';
import { type CertificateTarget, certificateTarget } from './certificate-options.ts';
import { mergeConfig, policyOf } from './merge-config.ts';
import { readingOfSide, refuseStrayReading } from './reading-options.ts';
import { type ReportTarget, reportTargets } from './report-targets.ts';

/** What the command line of `check` says. */
export interface CheckCommand {
  readonly old: CheckSide;
  readonly new: CheckSide;
  /** The service provider's own list; null where it is not known. */
  readonly app: CheckApp | null;
  readonly mode: Mode | undefined;
  readonly serviceProvider: ServiceProviderId | undefined;
  readonly compare: ComparePolicy | undefined;
  /** The apps, where the switch hits several: then nothing above is said of the app but for all of them. */
  readonly applications: readonly CheckApplication[] | null;
  /** Whether the config lists them: then it is the place where something can be said of one. */
  readonly areListed: boolean;
  readonly reports: readonly ReportTarget<ReportFormat>[];
  /** Who is whom by a human's word; null where nobody said. */
  readonly crosswalk: string | null;
  /** Where to write what a human has yet to decide; null for nowhere. */
  readonly crosswalkTemplate: string | null;
  /** Where to certify that the gate is open; null for nowhere. */
  readonly certificate: CertificateTarget | null;
  /** Where the rest was read; null where the command line says it all. */
  readonly config: string | null;
  /** SHA-256 of the bytes that it was read from; null where there is none. */
  readonly configSha256: string | null;
  /** The policy of the config. */
  readonly policy: GatePolicy | undefined;
  readonly all: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

/**
 * Reads the options of `check`.
 *
 * @param config - what the config says; flags win
 * @throws PreflightError ERR_USAGE, ERR_UNKNOWN_PROFILE, ERR_UNKNOWN_SERVICE_PROVIDER, ERR_UNKNOWN_POLICY, ERR_UNKNOWN_FORMAT
 */
export function checkCommand(given: Values, config: Config = {}): CheckCommand {
  const values = mergeConfig(given, config);
  refuseOfOneApp(given, config);
  const old = sideOf(values, 'old');
  const next = sideOf(values, 'new');
  const app = appOf(values);
  refuseStrayReading(values, {
    old: values.old ?? [],
    new: values.new ?? [],
    ...(values.app === undefined ? {} : { app: values.app }),
  });
  const mode = oneOf(MODES, values.mode, 'ERR_USAGE', 'mode');
  const compare = oneOf(COMPARE_POLICIES, values.compare, 'ERR_UNKNOWN_POLICY', 'compare policy');
  const files = [...old.files, ...next.files, ...(app?.files ?? []), values.crosswalk];
  const applications = applicationsOf(given, values, config, { mode, compare, files });
  const lists = (applications ?? []).flatMap((application) => application.app?.files ?? []);
  const [provider] = values['service-provider'] ?? [];
  if ([...files, ...lists, values.config].filter((file) => file === '-').length > 1) {
    throw usage('Standard input (-) can be read only once.');
  }
  return {
    old,
    new: next,
    app,
    mode,
    serviceProvider: provider === undefined ? undefined : providerOf(provider),
    compare,
    applications,
    areListed: config.applications !== undefined,
    reports: reportTargets(values.report, REPORT_FORMATS, 'text'),
    crosswalk: values.crosswalk ?? null,
    crosswalkTemplate: values['crosswalk-template'] ?? null,
    certificate: certificateTarget(values, [...files, ...lists, values.config]),
    config: values.config ?? null,
    configSha256: null,
    policy: policyOf(config, files),
    all: values.all === true,
    quiet: values.quiet === true,
    color: values['no-color'] !== true,
    progress: values['no-progress'] !== true,
  };
}

function sideOf(values: Values, side: 'old' | 'new'): CheckSide {
  const files = values[side] ?? [];
  if (files.length === 0) throw usage(`Name the export of the ${side} identity provider with --${side} FILE.`);
  const profile = profileOf(values, side);
  const map = mapOf(values, side, MAP_KEYS);
  const rules = (flag: 'only' | 'exclude') =>
    (values[`${side}-${flag}`] ?? []).map((entry) => {
      const [column, glob] = pairOf(entry, `--${side}-${flag}`, 'COLUMN=GLOB, such as department=Sales*');
      return { column, glob };
    });
  return {
    files,
    ...(profile === undefined ? {} : { profile }),
    ...readingOfSide(values, side, files),
    map,
    scope: { only: rules('only'), exclude: rules('exclude') },
  };
}

/** The service provider's own list, where one is named. */
export function appOf(values: Values): CheckApp | null {
  const files = values.app ?? [];
  const stray = (['app-profile', 'app-map'] as const).find((flag) => values[flag] !== undefined);
  if (files.length === 0 && stray !== undefined) throw usage(`--${stray} is about --app FILE, which is not given.`);
  if (files.length === 0) return null;
  const profile = profileOf(values, 'app');
  const map = mapOf(values, 'app', APP_MAP_KEYS);
  if (map.email === '-') throw usage('--app-map email=- would leave nothing to know an account by. Name its column.');
  return { files, ...(profile === undefined ? {} : { profile }), ...readingOfSide(values, 'app', files), map };
}

function profileOf(values: Values, side: Side): ProfileId | undefined {
  return oneOf(PROFILE_IDS, values[`${side}-profile`], 'ERR_UNKNOWN_PROFILE', 'profile');
}

/** What the map flags of a list say. */
export function mapOf<Key extends string>(
  values: Values,
  side: Side | 'scim',
  keys: readonly Key[],
): { [key in Key]?: string } {
  const map: { [key in Key]?: string } = {};
  for (const entry of values[`${side}-map`] ?? []) {
    const [key, column] = pairOf(entry, `--${side}-map`, `KEY=COLUMN, such as ${keys[0]}=mail`);
    if (column === '') throw usage(`--${side}-map ${key}= names no column. Write - for "not sent".`);
    if (side !== 'app' && /^e?-?mails?$/i.test(key)) {
      throw usage(
        `Unknown key of --${side}-map "${key}". An email is sent for sign-in, sso, and by SCIM, scim: name the column of each.`,
      );
    }
    const known = oneOf(keys, key, 'ERR_USAGE', `key of --${side}-map`);
    if (known === undefined) continue;
    if (map[known] !== undefined) throw usage(`--${side}-map ${known} is given twice. Say once which column it is.`);
    map[known] = column;
  }
  return map;
}
