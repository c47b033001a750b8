import { EXIT_STATUS } from '../errors.ts';
import { PROFILE_IDS } from '../loaders/profiles/index.ts';
import { MAP_KEYS } from '../model/input.ts';
import type { CheckApp, CheckSide } from '../node/check.ts';
import { renderVerification } from '../node/render-verification.ts';
import { verify } from '../node/verify.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import {
  ALL_VERIFICATION_REPORTERS,
  VERIFICATION_FORMATS,
  type VerificationFormat,
} from '../node/writers/verification-csv.ts';
import { type StagedFile, stageFile } from '../node/writers/whole-file.ts';
import { oneOf, usage, type Values } from './arguments.ts';
import { appOf, mapOf } from './check-options.ts';
import type { CommandLine } from './command-line.ts';
import { leftOutOf, verificationLine } from './messages.ts';
import { ProgressLine } from './progress.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';
import { type ReportTarget, reportTargets } from './report-targets.ts';

/** What the command line of `verify` says. */
export interface VerifyCommand {
  readonly baseline: string;
  readonly app: CheckApp | null;
  readonly scim: Pick<CheckSide, 'files' | 'profile' | 'map'> | null;
  /** The export of the new IdP that the baseline was made from; none for no groups. */
  readonly next: readonly string[];
  readonly organization: string | undefined;
  readonly reports: readonly ReportTarget<VerificationFormat>[];
  readonly all: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

/**
 * Reads the options of `verify`.
 *
 * @throws PreflightError ERR_USAGE, ERR_UNKNOWN_PROFILE, ERR_UNKNOWN_FORMAT
 */
export function verifyCommand(values: Values): VerifyCommand {
  const { baseline, organization: organizations = [] } = values;
  const [organization] = organizations;
  if (organizations.length > 1) throw usage('One organization is verified at a time: its own member list tells of it.');
  if (baseline === undefined) {
    throw usage(
      'Name the report that was made before the switch: --baseline FILE, made by check … --all --report json=FILE.',
    );
  }
  if (organization !== undefined && organization.trim() === '') throw usage('--organization needs a name.');
  const app = appOf(values);
  const scim = scimOf(values);
  if (app === null && scim === null) {
    throw usage(
      'Name a list of after the switch: --app FILE, the member list, or --scim FILE, the SCIM directory, or both.',
    );
  }
  const next = values.new ?? [];
  if (next.length > 0 && scim === null) throw usage('--new is about groups, which only --scim FILE can show.');
  const files: readonly unknown[] = [baseline, ...next, ...(app?.files ?? []), ...(scim?.files ?? [])];
  if (files.filter((file) => file === '-').length > 1) throw usage('Standard input (-) can be read only once.');
  return {
    baseline,
    app,
    scim,
    next,
    organization,
    reports: reportTargets(values.report, VERIFICATION_FORMATS, 'text'),
    all: values.all === true,
    quiet: values.quiet === true,
    color: values['no-color'] !== true,
    progress: values['no-progress'] !== true,
  };
}

function scimOf(values: Values): VerifyCommand['scim'] {
  const files = values.scim ?? [];
  const stray = (['scim-profile', 'scim-map'] as const).find((flag) => values[flag] !== undefined);
  if (files.length === 0 && stray !== undefined) throw usage(`--${stray} is about --scim FILE, which is not given.`);
  if (files.length === 0) return null;
  const profile = oneOf(PROFILE_IDS, values['scim-profile'], 'ERR_UNKNOWN_PROFILE', 'profile');
  return { files, ...(profile === undefined ? {} : { profile }), map: mapOf(values, 'scim', MAP_KEYS) };
}

/** Runs `verify`: reads the baseline and the lists, writes the reports, and answers with the verdict's exit status. */
export async function runVerify(command: VerifyCommand, { stdout, stderr, env, now }: CommandLine): Promise<number> {
  const { baseline, app, scim, next, organization, reports, all } = command;
  await refuseOverwriting(
    [baseline, ...next, ...(app?.files ?? []), ...(scim?.files ?? [])],
    reports.map(({ file }) => file),
  );
  const progress =
    stderr.isTTY === true && command.progress && !command.quiet
      ? new ProgressLine(
          (text) => stderr.write(text),
          () => now().getTime(),
        )
      : undefined;
  const verification = await verify({
    baseline,
    ...(app === null ? {} : { app }),
    ...(scim === null ? {} : { scim }),
    ...(next.length === 0 ? {} : { new: { files: next } }),
    ...(organization === undefined ? {} : { organization }),
    ...(progress === undefined ? {} : { onProgress: (state) => progress.update(state) }),
  }).finally(() => progress?.clear());

  const createdAt = now().toISOString();
  const color = command.color && stdout.isTTY === true && !env.NO_COLOR;
  const staged: StagedFile[] = [];
  try {
    for (const { format, file } of reports) {
      if (file !== null)
        staged.push(await stageFile(file, renderVerification(format, verification, { all, createdAt })));
    }
    for (const { format, file } of reports) {
      if (file === null) await writeTo(stdout, renderVerification(format, verification, { all, color, createdAt }));
    }
    for (const report of staged) await report.commit();
  } catch (fault) {
    await Promise.all(staged.map((report) => report.discard()));
    throw fault;
  }
  if (!command.quiet) {
    const isTold = reports.every(
      ({ format }) => ALL_VERIFICATION_REPORTERS.find(({ id }) => id === format)?.accountsForRecords === true,
    );
    stderr.write((isTold ? '' : leftOutOf(verification.inputs)) + verificationLine(verification));
  }
  return verification.verdict.status === 'verified' ? EXIT_STATUS.open : EXIT_STATUS.closed;
}
