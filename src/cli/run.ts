import { EXIT_STATUS } from '../errors.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { VERSION } from '../version.ts';
import { runCheck } from './check-command.ts';
import type { CommandLine } from './command-line.ts';
import { runExplain } from './explain-command.ts';
import { runGate } from './gate-command.ts';
import { HELP } from './help.ts';
import { runInit } from './init-command.ts';
import { runInspect } from './inspect-command.ts';
import { faultLine } from './messages.ts';
import { once } from './once.ts';
import { type Command, readCommand } from './options.ts';
import { providersText } from './providers-text.ts';
import { runRunbook } from './runbook-command.ts';
import { runVerify } from './verify-command.ts';

/** Runs one command line and returns its exit status. Any fault on the way ends in 2. */
export async function run(args: readonly string[], line: CommandLine): Promise<number> {
  try {
    return await dispatch(await readCommand(args), line);
  } catch (fault) {
    line.stderr.write(faultLine(fault));
    return EXIT_STATUS.unanswered;
  }
}

async function dispatch(command: Command, line: CommandLine): Promise<number> {
  if (command.run === 'check') return runCheck(command, line);
  if (command.run === 'inspect') return runInspect(command, line);
  if (command.run === 'init') return runInit(command, line);
  if (command.run === 'gate') return runGate(command, line);
  if (command.run === 'runbook') return runRunbook(command, line);
  if (command.run === 'verify') return runVerify(command, line);
  if (command.run === 'providers') {
    await writeTo(line.stdout, once(providersText(command.id)));
    return EXIT_STATUS.open;
  }
  if (command.run === 'explain') return runExplain(command.topic, line);
  await writeTo(line.stdout, once(command.run === 'help' ? HELP : `${VERSION}\n`));
  return EXIT_STATUS.open;
}
