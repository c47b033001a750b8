// The command idp-preflight: arguments, wiring, progress.
// May use: node/ and the core.
// May not: decide anything; it is the only place that sets the exit status.
import { EXIT_STATUS } from '../errors.ts';
import { discardStagedFiles } from '../node/writers/whole-file.ts';
import { faultLine } from './messages.ts';
import { run } from './run.ts';

// Whatever ends the process before there is a verdict must not look like an open gate.
process.exitCode = EXIT_STATUS.unanswered;

const fail = (fault: unknown): never => {
  discardStagedFiles();
  process.stderr.write(faultLine(fault));
  process.exit(EXIT_STATUS.unanswered);
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    discardStagedFiles();
    process.exit(EXIT_STATUS.interrupted);
  });
}
// A reader of messages that has gone away changes no verdict.
process.stderr.on('error', () => {});

const { stdout, stderr, env } = process;
const status = await run(process.argv.slice(2), { stdout, stderr, env, now: () => new Date() });
process.exitCode = status;
// Messages first; then an input that nobody ends, such as a pipe without a writer, must not keep the process alive.
stderr.write('', () => process.exit(status));
