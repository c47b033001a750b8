import { EXIT_STATUS } from '../errors.ts';
import { posixWord } from '../inspect/posix-word.ts';
import type { Mode } from '../model/reconciliation.ts';
import type { CheckApp, CheckSide } from '../node/check.ts';
import { stageFile } from '../node/writers/whole-file.ts';
import { usage, type Values } from './arguments.ts';
import { checkCommand } from './check-options.ts';
import type { CommandLine } from './command-line.ts';

const USUAL_CONFIG = 'idp-preflight.yaml';
const MILLISECONDS_A_DAY = 86_400_000;
/** How long the waiver holds that is given as an example. */
const EXAMPLE_DAYS = 30;

/** What the command line of `init` says. */
export interface InitCommand {
  readonly old: CheckSide;
  readonly new: CheckSide;
  readonly app: CheckApp | null;
  readonly mode: Mode;
  /** Where to write the config. */
  readonly config: string;
  readonly quiet: boolean;
}

/**
 * Reads the options of `init`.
 *
 * @throws PreflightError ERR_USAGE
 */
export function initCommand({ config = USUAL_CONFIG, ...values }: Values): InitCommand {
  const { old, new: next, app, mode = 'scim', quiet } = checkCommand(values);
  if ([...old.files, ...next.files, ...(app?.files ?? [])].includes('-')) {
    throw usage('A config names files: standard input (-) cannot be read again.');
  }
  if (config === '-' || config === '') throw usage('Name the file to write: --config FILE.');
  return { old, new: next, app, mode, config, quiet };
}

/** Runs `init`: writes a config of the files at hand, unless there is one already. */
export async function runInit({ config, quiet, ...files }: InitCommand, { stderr, now }: CommandLine): Promise<number> {
  const { draftConfig } = await import('../node/config/draft-config.ts');
  const expires = new Date(now().getTime() + EXAMPLE_DAYS * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  const staged = await stageFile(config, drafted(), true);
  await staged.commit().catch(async (fault) => {
    await staged.discard();
    throw fault;
  });
  if (!quiet) {
    stderr.write(
      `idp-preflight: wrote ${posixWord(config)}. Look at what it assumes, then: idp-preflight check --config ${posixWord(config)}\n`,
    );
  }
  return EXIT_STATUS.open;

  async function* drafted(): AsyncGenerator<string> {
    yield await draftConfig({ ...files, config, expires });
  }
}
