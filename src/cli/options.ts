import type { PreflightError } from '../errors.ts';
import { posixWord } from '../inspect/posix-word.ts';
import type { ServiceProviderId } from '../matcher/service-providers/index.ts';
import { didYouMean } from '../nearest.ts';
import { hashBytes } from '../node/gate/hash-file.ts';
import { providerOf } from './application-options.ts';
import { type Arguments, readArguments, usage, type Values } from './arguments.ts';
import { type CheckCommand, checkCommand } from './check-options.ts';
import { type GateCommand, gateCommand } from './gate-options.ts';
import { type InitCommand, initCommand } from './init-command.ts';
import { INSPECT_FORMATS, type InspectCommand } from './inspect-command.ts';
import { readingOfAll } from './reading-options.ts';
import { reportTargets } from './report-targets.ts';
import { type RunbookCommand, runbookCommand } from './runbook-options.ts';
import { NOT_OF_CHECK, refuseOptions, refuseOthers } from './taken-options.ts';
import { type VerifyCommand, verifyCommand } from './verify-command.ts';

export type Command =
  | { readonly run: 'help' }
  | { readonly run: 'version' }
  | ({ readonly run: 'check' } & CheckCommand)
  | ({ readonly run: 'inspect' } & InspectCommand)
  | ({ readonly run: 'init' } & InitCommand)
  | ({ readonly run: 'gate' } & GateCommand)
  | ({ readonly run: 'runbook' } & RunbookCommand)
  | ({ readonly run: 'verify' } & VerifyCommand)
  | { readonly run: 'explain'; readonly topic: string | undefined }
  | { readonly run: 'providers'; readonly id: ServiceProviderId | undefined };

const COMMANDS = ['check', 'inspect', 'init', 'gate', 'runbook', 'verify', 'explain', 'providers', 'help'] as const;
/**
 * Reads the command line.
 *
 * @throws PreflightError ERR_USAGE, ERR_UNKNOWN_PROFILE, ERR_UNKNOWN_SERVICE_PROVIDER, ERR_UNKNOWN_POLICY, ERR_UNKNOWN_FORMAT
 * @throws PreflightError ERR_CONFIG, ERR_INPUT_UNREADABLE for the config
 */
export async function readCommand(args: readonly string[]): Promise<Command> {
  const said = readArguments(args);
  const { values, positionals } = said;
  if (values.help === true) return { run: 'help' };
  if (values.version === true) return { run: 'version' };
  const [name, ...rest] = positionals;
  switch (name) {
    case 'check':
      refuseOptions(said, 'check', NOT_OF_CHECK);
      refuseFiles('check', said, rest);
      return { run: 'check', ...(await checkOf(values)) };
    case 'verify':
      refuseOthers(said, 'verify');
      refuseFiles('verify', said, rest);
      return { run: 'verify', ...verifyCommand(values) };
    case 'inspect':
      return inspectCommand(said, rest);
    case 'init':
      refuseOthers(said, 'init');
      refuseFiles('init', said, rest);
      return { run: 'init', ...initCommand(values) };
    case 'gate':
      return { run: 'gate', ...gateCommand(said, rest) };
    case 'runbook':
      return { run: 'runbook', ...runbookCommand(said, rest) };
    case 'explain':
      refuseOthers(said, 'explain');
      if (rest.length > 1) throw usage(`Unexpected argument "${rest[1]}". One kind or outcome is explained at a time.`);
      return { run: 'explain', topic: rest[0] };
    case 'providers':
      refuseOthers(said, 'providers');
      if (rest.length > 1) throw usage(`Unexpected argument "${rest[1]}". One app is told of at a time, or all.`);
      return { run: 'providers', id: rest[0] === undefined ? undefined : providerOf(rest[0]) };
    case 'help':
      refuseOthers(said, 'help');
      for (const command of rest) if (!COMMANDS.some((known) => known === command)) throw unknownCommand(command);
      return { run: 'help' };
    case undefined:
      throw usage('Say what to do: idp-preflight check --old FILE --new FILE.');
    default:
      throw unknownCommand(name);
  }
}

function unknownCommand(name: string): PreflightError {
  const meant = didYouMean(name, COMMANDS);
  // Somebody who begins with a file has not come across commands yet.
  const hint =
    meant === '' && /[./\\]/.test(name) ? ' Files are looked at with inspect FILE..., and come after it.' : '';
  return usage(`Unknown command "${name}".${meant}${hint} Known: ${COMMANDS.join(', ')}.`);
}

/** Which side a file is of is never guessed from where it stands. */
function refuseFiles(command: 'check' | 'init' | 'verify', { values }: Arguments, files: readonly string[]): void {
  const [first, second] = files;
  if (first === undefined) return;
  if (command === 'verify') {
    throw usage(`Unexpected argument "${first}". Each file has --baseline, --app, --scim or --new before it.`);
  }
  const isPair = second !== undefined && files.length === 2 && values.old === undefined && values.new === undefined;
  const how = isPair
    ? `Say which side each file is of: idp-preflight ${command} --old ${posixWord(first)} --new ${posixWord(second)}.`
    : 'Each file has --old, --new or --app before it.';
  throw usage(`Unexpected argument "${first}". ${how}`);
}

async function checkOf(values: Values): Promise<CheckCommand> {
  const { config: file } = values;
  if (file === undefined) return checkCommand(values);
  // Opened on demand: nothing else needs it.
  const { readConfig } = await import('../node/config/read-config.ts');
  let configSha256 = '';
  const config = await readConfig(file, (bytes) => {
    configSha256 = hashBytes(bytes) as string;
  });
  return { ...checkCommand(values, config), configSha256 };
}

function inspectCommand(said: Arguments, files: readonly string[]): Command {
  refuseOthers(said, 'inspect');
  const { values } = said;
  if (files.length === 0) throw usage('Name the files to look at: idp-preflight inspect OLD NEW.');
  return {
    run: 'inspect',
    files,
    ...readingOfAll(values),
    reports: reportTargets(values.report, INSPECT_FORMATS, 'text'),
    all: values.all === true,
    quiet: values.quiet === true,
    color: values['no-color'] !== true,
    progress: values['no-progress'] !== true,
  };
}
