import { EXIT_STATUS, PreflightError } from '../errors.ts';
import { isTopic, TOPICS } from '../explain/index.ts';
import { explainText, listText } from '../explain/text.ts';
import { didYouMean } from '../nearest.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { styleFor } from '../reporters/terminal.ts';
import type { CommandLine } from './command-line.ts';
import { faultLine } from './messages.ts';
import { once } from './once.ts';

/** Runs `explain`: explains one kind or outcome, or lists them all; an unknown one is a usage error. */
export async function runExplain(topic: string | undefined, { stdout, stderr, env }: CommandLine): Promise<number> {
  const style = styleFor(stdout.isTTY === true && !env.NO_COLOR);
  if (topic !== undefined && !isTopic(topic)) {
    stderr.write(faultLine(unknown(topic)));
    return EXIT_STATUS.unanswered;
  }
  await writeTo(stdout, once(topic === undefined ? listText(style) : explainText(topic, style)));
  return EXIT_STATUS.open;
}

function unknown(topic: string): PreflightError {
  const meant = didYouMean(topic, TOPICS);
  return new PreflightError(
    'ERR_USAGE',
    `Unknown kind or outcome "${topic}".${meant} idp-preflight explain lists them all.`,
  );
}
